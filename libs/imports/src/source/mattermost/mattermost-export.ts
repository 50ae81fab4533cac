import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { DiskRoom } from '../../disk-room.js';
import { ZipArchive } from '../../archive/zip-archive.js';
import { recordsOfLines, type JsonRecord } from '../../archive/json-records.js';
import type { ReadPermit } from '../../read-permit.js';
import { SourceRefused } from '../../source-refused.js';
import {
  mostChats,
  mostPeople,
  type Hearing,
  type ImportSourceReader,
  type SourceChat,
  type SourceFile,
  type SourceMessage,
  type SourcePerson,
} from '../import-source.js';
import { authorOf, messageOf, spooledOf } from './mattermost-messages.js';
import { PostSpool } from './post-spool.js';
import {
  Bot,
  Channel,
  DirectChannel,
  DirectPost,
  Line,
  Post,
  SpooledPost,
  User,
} from './mattermost-shapes.js';

/** Users come after their chats, and name them. */
type OwnChat = SourceChat & { readonly memberKeys: string[] };

/** A chunk of the file has about as many records. */
const stepsOfChunk = 64;

/** Where the contents of files are in a ZIP. */
const folders = ['data/', ''];

/** The lines of a bulk export of Mattermost: alone, or in a ZIP with attachments. */
export class MattermostExport implements ImportSourceReader {
  readonly people = new Map<string, SourcePerson>();
  readonly #chats = new Map<string, OwnChat>();
  /** Lines that are not as they should be, told when the first chat is read. */
  readonly #odd: string[] = [];

  #told: readonly SourceChat[] | undefined;

  private constructor(
    private readonly archive: ZipArchive | undefined,
    private readonly spool: PostSpool,
    private readonly permit: Pick<ReadPermit, 'use'>,
  ) {}

  /**
   * `folder`: for what it says, as far as there is room. Throws `SourceRefused`, and what the
   * permit throws.
   */
  static async open(
    path: string,
    folder: string,
    room: Pick<DiskRoom, 'take'>,
    permit: Pick<ReadPermit, 'use'>,
  ): Promise<MattermostExport> {
    const archive = (await isZip(path)) ? await ZipArchive.open(path, permit) : undefined;
    const opened = new MattermostExport(archive, new PostSpool(folder, room), permit);
    try {
      await opened.#readLines(path);
      return opened;
    } catch (error) {
      // Whatever it is: nobody else closes it.
      await archive?.close();
      throw error;
    }
  }

  get chats(): readonly SourceChat[] {
    // Asked for all the time, and all lines are read by now.
    this.#told ??= [...this.#chats.values()].map((chat) => {
      const firstMs = this.spool.firstMsOf(chat.key);
      return firstMs === undefined ? chat : { ...chat, createdAt: new Date(firstMs).toISOString() };
    });
    return this.#told;
  }

  personOf(key: string): SourcePerson {
    return this.people.get(key) ?? { key, username: key, name: key };
  }

  async *messages(chat: SourceChat, { note }: Hearing): AsyncGenerator<SourceMessage> {
    for (const where of this.#odd.splice(0)) note('not_understood', where);
    for await (const record of this.spool.read(chat.key)) {
      await this.permit.use(1);
      const post = SpooledPost.parse(record);
      this.#learnAuthor(post);
      const message = messageOf(post, note, (attachment) => this.#fileOf(attachment));
      if (message) yield message;
    }
  }

  async close(): Promise<void> {
    await this.archive?.close();
  }

  async #readLines(path: string): Promise<void> {
    const { name, chunks } = await this.#content(path);
    let isFirst = true;
    for await (const record of recordsOfLines(chunks, name)) {
      const line = Line.safeParse(record.value);
      const isVersion = line.success && line.data.type === 'version';
      if (isFirst && !isVersion)
        throw new SourceRefused('not_this_source', { file: name, line: 1 });
      if (isFirst && line.data?.['version'] !== 1)
        throw new SourceRefused('not_this_source', { file: name, line: 1 });
      isFirst = false;
      const isKnown = line.success && (await this.#take(line.data, record, name));
      if (!isKnown && this.#odd.length < 1000) this.#odd.push(`${name}:${record.line}`);
    }
    if (isFirst) throw new SourceRefused('not_this_source', { file: name });
  }

  async #content(
    path: string,
  ): Promise<{ readonly name: string; readonly chunks: AsyncIterable<Buffer> }> {
    if (!this.archive) return { name: 'import.jsonl', chunks: this.#chunks(path) };
    const names = [...this.archive.entries.keys()].filter((name) => /^[^/]+\.jsonl$/.test(name));
    const entry = names.length === 1 ? this.archive.entries.get(names[0]!) : undefined;
    if (!entry) throw new SourceRefused('not_this_source');
    return { name: entry.name, chunks: await this.archive.read(entry) };
  }

  async *#chunks(path: string): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path)) {
      await this.permit.use(stepsOfChunk);
      yield chunk as Buffer;
    }
  }

  /** False for what is not as it should be. */
  async #take(line: Line, { line: at }: JsonRecord, name: string): Promise<boolean> {
    const value = line[line.type];
    switch (line.type) {
      case 'channel':
        return this.#with(Channel.safeParse(value), (channel) => this.#addChannel(channel));
      case 'user':
        return this.#with(User.safeParse(value), (user) => this.#addUser(user));
      case 'bot':
        return this.#with(Bot.safeParse(value), (bot) => this.#addBot(bot));
      case 'direct_channel':
        return this.#with(DirectChannel.safeParse(value), (chat) => this.#addDirect(chat));
      case 'post':
        return this.#with(Post.safeParse(value), (post) => {
          const chat = this.#channelOf(`${post.team}/${post.channel}`, post.channel);
          return this.#spool(chat.key, post, `${name}:${at}`);
        });
      case 'direct_post':
        return this.#with(DirectPost.safeParse(value), (post) => {
          const chat = this.#directOf(post.channel_members);
          return this.#spool(chat.key, post, `${name}:${at}`);
        });
      default:
        // Roles, schemes, teams, own emoji: nothing that was said.
        return true;
    }
  }

  async #with<T>(
    parsed: { readonly success: boolean; readonly data?: T | undefined },
    take: (value: T) => void | Promise<void>,
  ): Promise<boolean> {
    if (parsed.success) await take(parsed.data as T);
    return parsed.success;
  }

  async #spool(chatKey: string, post: Post | DirectPost, where: string): Promise<void> {
    for (const one of spooledOf(post, where)) await this.spool.add(chatKey, one.create_at, one);
  }

  #addChannel({ team, name, display_name: title, type, header, purpose, ...rest }: Channel): void {
    const known = this.#channelOf(`${team}/${name}`, name);
    this.#chats.set(known.key, {
      ...known,
      visibility: type === 'P' ? 'private' : 'public',
      name: title ?? name,
      topic: header ?? purpose ?? '',
      isArchived: (rest.deleted_at ?? 0) > 0,
    });
  }

  #channelOf(key: string, name: string): OwnChat {
    return this.#chatOf({
      key,
      kind: 'channel',
      isDirect: false,
      // Until its line says more: nobody may see more than they should.
      visibility: 'private',
      name,
      slug: name,
      topic: '',
      isArchived: false,
      memberKeys: [],
    });
  }

  #addDirect({ members, participants, header }: DirectChannel): void {
    const keys = members ?? (participants ?? []).map(({ username }) => username);
    if (keys.length === 0) return;
    const known = this.#directOf(keys);
    this.#chats.set(known.key, { ...known, topic: header ?? '' });
  }

  #directOf(members: readonly string[]): OwnChat {
    const keys = [...new Set(members.map((member) => member.toLowerCase()))].sort();
    return this.#chatOf({
      key: `direct:${keys.join(',')}`,
      kind: 'group',
      isDirect: true,
      visibility: 'private',
      slug: keys.join('-'),
      topic: '',
      isArchived: false,
      memberKeys: keys,
    });
  }

  #chatOf(chat: OwnChat): OwnChat {
    const known = this.#chats.get(chat.key);
    if (known) return known;
    if (this.#chats.size >= mostChats) throw new SourceRefused('too_much');
    this.#chats.set(chat.key, chat);
    return chat;
  }

  #addUser(user: User): void {
    const { username, email, nickname, first_name: first, last_name: last, teams } = user;
    const key = username.toLowerCase();
    const name = [first, last].filter((part) => part !== undefined).join(' ');
    this.#addPerson({
      key,
      username,
      name: name === '' ? (nickname ?? username) : name,
      ...(email && { email: email.trim().toLowerCase() }),
    });
    for (const team of teams ?? [])
      for (const channel of team.channels ?? [])
        this.#channelOf(`${team.name}/${channel.name}`, channel.name).memberKeys.push(key);
  }

  #addBot({ username, display_name: name }: Bot): void {
    this.#addPerson({ key: username.toLowerCase(), username, name: name ?? username });
  }

  #addPerson(person: SourcePerson): void {
    if (this.people.size >= mostPeople) throw new SourceRefused('too_much');
    this.people.set(person.key, person);
  }

  #learnAuthor(post: SpooledPost): void {
    const author = authorOf(post);
    if (!this.people.has(author.key) && this.people.size < mostPeople)
      this.people.set(author.key, author);
  }

  #fileOf(path: string): SourceFile | undefined {
    const { archive } = this;
    const entry = folders
      .map((folder) => archive?.entries.get(`${folder}${path}`))
      .find((found) => found !== undefined);
    if (!archive || !entry) return undefined;
    const name = path.slice(path.lastIndexOf('/') + 1);
    const { sizeBytes } = entry;
    return { key: path, name, sizeBytes, read: () => archive.read(entry) };
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.toString('latin1') === 'PK';
  } finally {
    await file.close();
  }
}
