import { once } from 'node:events';
import { request as ask, type ClientRequest } from 'node:http';
import { FileId } from '@app/contracts';
import { Upload } from 'tus-js-client';
import type { Person } from './person.js';
import { fetchAs, type Picked } from './uploads.js';

const path = '/api/files/resumable';
const tus = { 'tus-resumable': '1.0.0' };
const bytes = { 'content-type': 'application/offset+octet-stream' };

const base64 = (words: string) => Buffer.from(words).toString('base64');

/** What `Upload-Metadata` says of a file. */
export const metadataOf = ({ name, chatId }: Omit<Picked, 'content'>): string =>
  `filename ${base64(name)},chatId ${base64(chatId)}`;

/** Asks to upload so many bytes, and nothing more: `with` has more headers, and perhaps bytes. */
export function begin(
  person: Person,
  picked: Omit<Picked, 'content'>,
  length: number | string,
  more: { headers?: Record<string, string>; body?: Uint8Array<ArrayBuffer> } = {},
): Promise<Response> {
  const said = { 'upload-length': String(length), 'upload-metadata': metadataOf(picked) };
  const type = more.body ? bytes : {};
  return fetchAs(person, path, {
    method: 'POST',
    headers: { ...tus, ...said, ...type, ...more.headers },
    ...(more.body ? { body: more.body } : {}),
  });
}

/** The path of an upload of so many bytes; throws what was answered when it was refused. */
export async function begun(
  person: Person,
  picked: Omit<Picked, 'content'>,
  length: number,
): Promise<string> {
  const answer = await begin(person, picked, length);
  if (answer.status !== 201) throw new Error(`begin: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('location')!;
}

export function send(
  person: Person,
  upload: string,
  offset: number | string,
  body: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const said = { 'upload-offset': String(offset) };
  const all = { ...tus, ...bytes, ...said, ...headers };
  return fetchAs(person, upload, { method: 'PATCH', headers: all, body });
}

export function askTus(person: Person, method: 'HEAD' | 'DELETE' | 'OPTIONS', upload = path) {
  return fetchAs(person, upload, { method, headers: tus });
}

export async function offsetOf(person: Person, upload: string): Promise<number> {
  const answer = await askTus(person, 'HEAD', upload);
  if (answer.status !== 200) throw new Error(`HEAD: ${answer.status}`);
  return Number(answer.headers.get('upload-offset'));
}

/** Sends a part, and then nothing more, while all that is left has been announced. */
export async function stuck(
  person: Person,
  upload: string,
  { all, sent }: { all: number; sent: Uint8Array },
): Promise<ClientRequest> {
  const authorization = `Bearer ${person.token}`;
  const length = { 'upload-offset': '0', 'content-length': String(all) };
  const headers = { ...tus, ...bytes, ...length, authorization };
  const request = ask(`${person.url}${upload}`, { method: 'PATCH', headers });
  // It is to break.
  request.on('error', () => undefined);
  if (!request.write(sent)) await once(request, 'drain');
  return request;
}

/**
 * Uploads by the client that everybody has, until it is a file: from the beginning, or by `upload`
 * from where it stands. Comes again whenever it is refused for a while. Only with an `upload` it
 * always goes on: where it knows how to begin it begins anew when a service is away for a moment.
 */
export function resumed(person: Person, picked: Picked, upload?: string): Promise<FileId> {
  return new Promise((resolve, reject) => {
    new Upload(Buffer.from(picked.content), {
      ...(upload === undefined
        ? { endpoint: `${person.url}${path}` }
        : { uploadUrl: `${person.url}${upload}` }),
      headers: { authorization: `Bearer ${person.token}` },
      metadata: { filename: picked.name, chatId: picked.chatId },
      retryDelays: Array.from({ length: 100 }, () => 100),
      onSuccess: ({ lastResponse }) =>
        resolve(FileId.parse(lastResponse.getHeader('Upload-File-Id'))),
      onError: reject,
    }).start();
  });
}
