import { Message, type ChatId } from '@app/contracts';
import { SignedPaths, type Config } from '@app/platform';
import { eventually } from '@app/platform/testing';
import sharp from 'sharp';
import { recorded, tone } from '../../libs/files/src/testing/made-files.js';
import { Person } from '../people/person.js';
import { begun } from '../people/resumable-upload.js';
import { fetchAs, uploaded } from '../people/uploads.js';
import type { FileAction, FileRequest, FileSubject } from './file-actions.js';

const people = ['sender', 'member', 'latecomer', 'removed', 'stranger', 'logged out'] as const;
type Known = (typeof people)[number];

export const links = ['link', 'expired link', 'link to another'] as const;

/** Who asks for a file of a chat: by a token, by nothing, or by a link. */
export const askers = [...people, 'nobody', ...links] as const;
export type Asker = (typeof askers)[number];

/** What has become of the message with the files. */
export const states = ['sent', 'deleted'] as const;
export type State = (typeof states)[number];

/** Headers that would tell something of a file. */
const telling =
  /^(?:etag|content-(?:disposition|range)|last-modified|location|upload-(?!expires).*)$/u;

/** Statuses of an answer that gives what was asked for; `416`: and there is nothing there. */
const giving = [200, 201, 204, 206, 304, 416];

/** `given`, or the status of a refusal, as a text when that tells more than it may. */
export type Outcome = number | string;

/**
 * A group in which files were sent, and everybody who may ask for them. In a deployment whose
 * secret of tokens is known: so links are made that have expired.
 */
export class FileCrowd {
  readonly #ownChats = new Map<Person, ChatId>();
  #subjects!: Record<State, Omit<FileSubject, 'upload'>>;
  #upload: Promise<string> | undefined;

  private constructor(
    private readonly url: string,
    private readonly jwtSecret: string,
    readonly people: Readonly<Record<Known, Person>>,
  ) {}

  static async gather(url: string, jwtSecret: string): Promise<FileCrowd> {
    const registered = people.map(async (who) => {
      return [who, await Person.register(url, who.replace(' ', '-'))] as const;
    });
    const all = Object.fromEntries(await Promise.all(registered)) as FileCrowd['people'];
    const crowd = new FileCrowd(url, jwtSecret, all);
    for (const one of Object.values(all)) crowd.#ownChats.set(one, await one.direct(one));
    await crowd.#live();
    return crowd;
  }

  /** What each of them is answered. */
  async outcomes(action: FileAction, state: State): Promise<Record<Asker, Outcome>> {
    const all = askers.map(async (asker) => {
      const isNew = action.kind === 'resume' && asker === 'sender';
      const upload = await (isNew ? this.#begin() : (this.#upload ??= this.#begin()));
      const subject = { ...this.#subjects[state], upload };
      return [asker, await this.#outcome(action, asker, subject)] as const;
    });
    return Object.fromEntries(await Promise.all(all)) as Record<Asker, Outcome>;
  }

  /** What a member reads of the files that are sent: statuses. */
  async readAll(): Promise<number[]> {
    const { picture, sound, text } = this.#subjects.sent;
    const read = (id: string) => fetchAs(this.people.member, `/api/files/${id}`);
    return (await Promise.all([picture, sound, text].map(read))).map(({ status }) => status);
  }

  async #outcome(action: FileAction, asker: Asker, subject: FileSubject): Promise<Outcome> {
    const people: Partial<Record<Asker, Person>> = this.people;
    const person = people[asker];
    const own = this.#ownChats.get(person ?? this.people.stranger)!;
    const { path, ...init } = this.#shown(action.request(subject, own), asker, subject);
    const answer = await (person ? fetchAs(person, path, init) : fetch(`${this.url}${path}`, init));
    const said = await answer.text();
    const isLeftOut = action.kind === 'list' && answer.ok && !said.includes(subject.picture);
    if (giving.includes(answer.status) && !isLeftOut) return 'given';
    const told = [...answer.headers.keys()].filter((header) => telling.test(header));
    if (said.includes(subject.name) || said.includes(subject.sha256)) told.push(said);
    const status = isLeftOut ? 403 : answer.status;
    return told.length === 0 ? status : `${status}, and tells ${told.join()}`;
  }

  /** The request, with a link where it is asked by one. */
  #shown(request: FileRequest, asker: Asker, { sound }: FileSubject): FileRequest {
    if (!links.some((link) => link === asker)) return request;
    const hourAgo = () => new Date(Date.now() - 3_600_000);
    const clock = { now: asker === 'expired link' ? hourAgo : () => new Date() };
    const signer = new SignedPaths({ jwtSecret: this.jwtSecret } as Config, clock);
    const [path = '', query = ''] = request.path.split('?');
    const signed = asker === 'link to another' ? `/api/files/${sound}/preview` : path;
    const [, signature = ''] = signer.sign(signed, 60).split('?');
    return { ...request, path: `${path}?${[query, signature].filter(Boolean).join('&')}` };
  }

  /** One message is sent and stays, one is deleted; one comes later, one is removed, one goes. */
  async #live(): Promise<void> {
    const { sender, member, latecomer, removed } = this.people;
    const chatId = await sender.group('crew', member, removed, this.people['logged out']);
    const [sent, deleted] = await Promise.all([
      this.#send(chatId, 'secret-plan'),
      this.#send(chatId, 'former-plan'),
    ]);
    this.#subjects = { sent, deleted };
    await sender.post(`/api/chats/${chatId}/members`, { userIds: [latecomer.id] });
    await sender.delete(`/api/chats/${chatId}/members/${removed.id}`);
    await sender.delete(`/api/messages/${deleted.messageId}`);
    await this.people['logged out'].post('/api/auth/logout');
    // What is told by facts is heard a moment later.
    const statusFor = async (who: Person, path: string) => (await fetchAs(who, path)).status;
    await eventually(async () => {
      expect(await statusFor(latecomer, `/api/chats/${chatId}`)).toBe(200);
      expect(await statusFor(removed, `/api/files/${sent.text}`)).toBe(403);
      for (const id of [deleted.picture, deleted.sound, deleted.text])
        expect(await statusFor(sender, `/api/files/${id}`)).toBe(410);
    });
  }

  /** Three files, of kinds that have all that is shown of one. */
  async #send(chatId: ChatId, name: string) {
    const { sender } = this.people;
    const background = { width: 1600, height: 40, channels: 3, background: 'teal' } as const;
    const contents = [
      ['png', await sharp({ create: background }).png().toBuffer()],
      ['wav', recorded('wav', tone(1))],
      ['txt', Buffer.from('the plan is')],
    ] as const;
    const uploads = contents.map(([ending, bytes]) =>
      uploaded(sender, { chatId, name: `${name}.${ending}`, content: new Uint8Array(bytes) }),
    );
    const files = await Promise.all(uploads);
    for (const { id } of files)
      await eventually(async () => {
        const { body } = await sender.get(`/api/files/${id}/meta`);
        expect(body).toMatchObject({ preview: 'ready' });
      });
    const fileIds = files.map(({ id }) => id);
    const message = Message.parse((await sender.post('/api/messages', { chatId, fileIds })).body);
    const [picture = '', sound = '', text = ''] = fileIds as readonly string[];
    const { sha256 } = files[0]!;
    return { chatId, messageId: message.id, picture, sound, text, name, sha256 };
  }

  #begin(): Promise<string> {
    const { chatId, name } = this.#subjects.sent;
    return begun(this.people.sender, { chatId, name: `${name}.txt` }, 3);
  }
}
