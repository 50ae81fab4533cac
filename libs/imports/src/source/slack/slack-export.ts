import { ZipArchive } from '../../archive/zip-archive.js';
import type { ZipEntry } from '../../archive/zip-directory.js';
import { recordsOfArray } from '../../archive/json-records.js';
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
import { DayKeys } from './day-keys.js';
import { messageOf, type SlackPlace } from './slack-messages.js';
import { SlackChat, SlackMessage, SlackUser, type SlackFile } from './slack-shapes.js';

/** The lists of an export, and what stands in them. */
const lists = [
  { file: 'channels.json', kind: 'channel', isDirect: false, visibility: 'public' },
  { file: 'groups.json', kind: 'channel', isDirect: false, visibility: 'private' },
  { file: 'mpims.json', kind: 'group', isDirect: true, visibility: 'private' },
  { file: 'dms.json', kind: 'group', isDirect: true, visibility: 'private' },
] as const;

/** Where exporters put the contents of files, which Slack itself leaves out. */
const uploads = /^(?:__uploads\/([^/]+)\/.+|(?:[^/]+\/)?attachments\/([^/-]+)-[^/]+)$/;

const day = /^[^/]+\/(\d{4}-\d{2}-\d{2})[^/]*\.json$/;

const hourMs = 3_600_000;

/** The ZIP of an export of Slack. */
export class SlackExport implements ImportSourceReader {
  readonly people = new Map<string, SourcePerson>();
  readonly #chats = new Map<string, SourceChat>();
  readonly #folders = new Map<string, { readonly name: string; readonly pins: Set<string> }>();
  #listed: readonly SourceChat[] = [];
  /** By folder, in the order of days. */
  readonly #days = new Map<string, ZipEntry[]>();
  readonly #contents = new Map<string, ZipEntry>();

  private constructor(private readonly archive: ZipArchive) {}

  /** Throws `SourceRefused`, and what the permit throws. */
  static async open(path: string, permit: Pick<ReadPermit, 'use'>): Promise<SlackExport> {
    const archive = await ZipArchive.open(path, permit);
    const opened = new SlackExport(archive);
    try {
      await opened.#readLists();
      return opened;
    } catch (error) {
      // Whatever it is: nobody else closes it.
      await archive.close();
      throw error;
    }
  }

  get chats(): readonly SourceChat[] {
    return this.#listed;
  }

  personOf(key: string): SourcePerson {
    return this.people.get(key) ?? { key, username: key, name: key };
  }

  async *messages(chat: SourceChat, hearing: Hearing): AsyncGenerator<SourceMessage> {
    const folder = this.#folders.get(chat.key);
    const place = this.#placeIn(folder?.pins ?? new Set(), hearing);
    const { note } = hearing;
    for (const entry of this.#days.get(folder?.name ?? '') ?? []) {
      const keys = new DayKeys();
      for await (const { value, line } of recordsOfArray(
        await this.archive.read(entry),
        entry.name,
      )) {
        const where = `${entry.name}:${line}`;
        const parsed = SlackMessage.safeParse(value);
        if (!parsed.success) note('not_understood', where);
        const message = parsed.data && messageOf(parsed.data, { ...place, where });
        const key = message && keys.keyOf(message.key, message);
        if (message && key !== undefined) yield { ...message, key };
      }
    }
  }

  close(): Promise<void> {
    return this.archive.close();
  }

  async #readLists(): Promise<void> {
    const { entries } = this.archive;
    const people = entries.get('users.json') ?? entries.get('org_users.json');
    if (!people || !lists.some(({ file }) => entries.has(file)))
      throw new SourceRefused('not_this_source');
    for (const entry of entries.values()) this.#sort(entry);
    for (const ofFolder of this.#days.values())
      ofFolder.sort((one, other) => (one.name < other.name ? -1 : 1));
    await this.#each(people.name, SlackUser, (user) => this.#addPerson(user), mostPeople);
    for (const { file, ...traits } of lists)
      if (entries.has(file))
        await this.#each(file, SlackChat, (chat) => this.#addChat(chat, traits), mostChats);
    this.#listed = [...this.#chats.values()];
  }

  #sort(entry: ZipEntry): void {
    const [, inUploads, inAttachments] = uploads.exec(entry.name) ?? [];
    const fileId = inUploads ?? inAttachments;
    if (fileId !== undefined) this.#contents.set(fileId, entry);
    else if (day.test(entry.name)) {
      const folder = entry.name.slice(0, entry.name.indexOf('/'));
      const known = this.#days.get(folder);
      if (known) known.push(entry);
      else this.#days.set(folder, [entry]);
    }
  }

  async #each<T>(
    file: string,
    shape: { safeParse: (value: unknown) => { success: boolean; data?: T | undefined } },
    take: (item: T) => void,
    most: number,
  ): Promise<void> {
    let count = 0;
    const entry = this.archive.entries.get(file)!;
    for await (const { value, line } of recordsOfArray(await this.archive.read(entry), file)) {
      const { success, data } = shape.safeParse(value);
      if (!success) throw new SourceRefused('not_this_source', { file, line });
      if (++count > most) throw new SourceRefused('too_much', { file, line });
      take(data as T);
    }
  }

  #addPerson({ id, name, real_name: realName, profile }: SlackUser): void {
    const username = name ?? id;
    const email = profile?.email?.trim().toLowerCase();
    this.people.set(id, {
      key: id,
      username,
      name: profile?.real_name ?? realName ?? profile?.display_name ?? username,
      ...(email && { email }),
    });
  }

  #addChat(chat: SlackChat, traits: Pick<SourceChat, 'kind' | 'isDirect' | 'visibility'>): void {
    const { id, name, created, creator, members, topic, purpose, pins } = chat;
    const known = this.#chats.get(id);
    if (known) {
      // In two lists, as one that was made private meanwhile: nobody may see more than they should.
      const isPrivate = [known, traits].some(({ visibility }) => visibility === 'private');
      this.#chats.set(id, { ...known, visibility: isPrivate ? 'private' : 'public' });
      return;
    }
    // A direct conversation has the folder of its id, all others that of their name.
    const folder = name && this.#days.has(name) ? name : id;
    const pinned = (pins ?? []).map((pin) => pin.id);
    this.#folders.set(id, { name: folder, pins: new Set(pinned) });
    this.#chats.set(id, {
      ...traits,
      key: id,
      slug: name ?? id,
      ...(name && !traits.isDirect && { name }),
      topic: topic?.value ?? purpose?.value ?? '',
      isArchived: chat.is_archived ?? false,
      memberKeys: members ?? [],
      ...(creator && { creatorKey: creator }),
      ...this.#begunAt(created, folder),
    });
  }

  /** Before the first thing that was said: a channel that was moved here is younger than that. */
  #begunAt(created: number | undefined, folder: string): Pick<SourceChat, 'createdAt'> {
    const createdMs = created && created > 0 && created < 4e9 ? created * 1000 : undefined;
    const [, firstDay = ''] = day.exec(this.#days.get(folder)?.[0]?.name ?? '') ?? [];
    const dayMs = Date.parse(firstDay);
    // A day begins 14 hours before that of UTC, and ends 36 after it, depending on where.
    const isLater = !(createdMs !== undefined && createdMs <= dayMs + 36 * hourMs);
    const atMs = dayMs > 0 && isLater ? dayMs - 14 * hourMs : createdMs;
    return atMs === undefined ? {} : { createdAt: new Date(atMs).toISOString() };
  }

  #placeIn(pinned: ReadonlySet<string>, { note, usernameOf }: Hearing): Omit<SlackPlace, 'where'> {
    return {
      note,
      pinned,
      names: {
        username: (key) => {
          const person = this.people.get(key);
          return person && usernameOf(person);
        },
        channel: (key) => {
          const named = this.#chats.get(key);
          return named && (named.name ?? named.slug);
        },
      },
      fileOf: (file) => this.#fileOf(file),
      authorOf: (message) => this.#authorOf(message),
    };
  }

  #fileOf({ id, name, title }: SlackFile): SourceFile | undefined {
    const entry = id ? this.#contents.get(id) : undefined;
    if (!entry) return undefined;
    return {
      key: id!,
      name: name ?? title ?? id!,
      sizeBytes: entry.sizeBytes,
      read: () => this.archive.read(entry),
    };
  }

  /** A program speaks under a name of its own; of guests of shared channels the message tells. */
  #authorOf(message: SlackMessage): string {
    const { user, username, bot_id: botId, bot_profile: bot, user_profile: guest } = message;
    if (user && this.people.has(user)) return user;
    const name = username ?? bot?.name ?? guest?.real_name ?? guest?.name;
    const key = user ?? `bot:${botId ?? ''}:${name ?? ''}`.slice(0, 128);
    if (!this.people.has(key) && this.people.size < mostPeople) {
      const called = name ?? botId ?? 'Slack';
      this.people.set(key, { key, username: guest?.name ?? called, name: called });
    }
    return key;
  }
}
