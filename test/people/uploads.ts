import { FileInfo } from '@app/contracts';
import type { Person } from './person.js';

/** What somebody picks, and for which chat. */
export interface Picked {
  readonly chatId: string;
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** The smallest picture there is: one transparent pixel. */
export const pixel = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** The form by which it becomes somebody's. */
export function aPicture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([pixel]), 'pixel.png');
  return form;
}

/** Uploads as a browser does, the chat before the file; `fileFirst`: the other way round. */
export async function upload(
  person: Person,
  { chatId, name, content }: Picked,
  { fileFirst = false } = {},
): Promise<Response> {
  const form = new FormData();
  if (!fileFirst) form.append('chatId', chatId);
  form.append('file', new Blob([content]), name);
  if (fileFirst) form.append('chatId', chatId);
  return fetchAs(person, '/api/files/upload', { method: 'POST', body: form });
}

/** The file, when it was accepted; throws what was answered when not. */
export async function uploaded(person: Person, picked: Picked): Promise<FileInfo> {
  const response = await upload(person, picked);
  const body: unknown = await response.json();
  if (response.status !== 201) throw new Error(`upload: ${JSON.stringify(body)}`);
  return FileInfo.parse(body);
}

/** As a page does that has a picture for somebody, or a chat. */
export function giveAvatar(
  person: Person,
  path: string,
  picture: Uint8Array<ArrayBuffer> = pixel,
): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([picture]), 'picture');
  return fetchAs(person, path, { method: 'POST', body: form });
}

/** A request whose answer may be anything. */
export function fetchAs(person: Person, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${person.token}`);
  return fetch(`${person.url}${path}`, { ...init, headers });
}

export async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}
