import {
  isProblem,
  type Actor,
  type ChatId,
  type FileId,
  type ImportedChatsApi,
  type ImportedMessage,
  type ImportedMessagesApi,
  type ImportId,
  type ImportSource,
  type UserId,
} from '@app/contracts';
import { chunksOf } from '@app/platform';
import { slugFrom, traitsOf } from './chat-traits.js';
import type { ChatWork, ChatWriter, ReadyMessage } from './chat-writer.js';
import type { FileImporter } from './file-importer.js';
import type { ImportsRepository } from './imports.repository.js';
import { boundedReactions, partsOf, type MessagePart } from './message-parts.js';
import { chatIdOf, clientMsgIdOf } from './source-ids.js';

/** Slugs that are tried, one after the other. */
const mostSlugs = 1000;

/** As many as one call to the log takes. */
const atOnce = 100;

/** Pins of one chat. */
const mostPins = 1000;

/** What a chat is brought in with. */
export interface LiveParts {
  readonly imports: ImportsRepository;
  readonly chats: ImportedChatsApi;
  readonly messages: ImportedMessagesApi;
  readonly files: FileImporter;
  readonly importId: ImportId;
  readonly source: ImportSource;
  /** In whose name the chat begins. */
  readonly importer: Actor;
  /** Who has a chat in the end that is nobody's else. */
  readonly orderedBy: UserId;
}

/** Brings one chat in: its messages while nobody is in it but the importer, and then its people. */
export class LiveWriter implements ChatWriter {
  readonly #chatId: ChatId;
  #pins = 0;

  constructor(
    private readonly parts: LiveParts,
    private readonly work: ChatWork,
  ) {
    this.#chatId = chatIdOf(parts.source, work.chat.key);
  }

  async begin(at: string): Promise<number | 'present'> {
    const known = await this.parts.imports.chat(this.#chatId);
    if (known?.isWhole && known.importId !== this.parts.importId) return 'present';
    // Also one that is there: somebody may have deleted it since.
    if (!(await this.#begin(at))) return 'present';
    if (known) this.work.tally.add(known);
    else await this.#keep(0, false);
    return known?.done ?? 0;
  }

  async write(messages: readonly ReadyMessage[], done: number): Promise<void> {
    const items: ImportedMessage[] = [];
    for (const message of messages) items.push(...(await this.#itemsOf(message)));
    const { messages: log, importer } = this.parts;
    for (const some of chunksOf(items, atOnce))
      await log.store(importer, { chatId: this.#chatId, items: [...some] });
    await this.#keep(done, false);
  }

  async finish(at: string): Promise<void> {
    const { chats, importer } = this.parts;
    const { chat, people } = this.work;
    const chatId = this.#chatId;
    const members = people.activeOf(chat.memberKeys);
    const heir = this.#heirAmong(members);
    const coming = [...new Set([...members, heir])];
    for (const userIds of chunksOf(coming, atOnce))
      await chats.enter(importer, { chatId, userIds: [...userIds], at });
    await chats.leave(importer, { chatId, toUserId: heir, at });
    await this.#keep(Number.MAX_SAFE_INTEGER, true);
  }

  /** False for one that was deleted here: what people took away is not brought back. */
  async #begin(at: string): Promise<boolean> {
    const { chats, importer } = this.parts;
    const { chat, people } = this.work;
    const names = chat.memberKeys.map((key) => people.nameOf(key));
    for (let n = 1; n <= mostSlugs; n++) {
      const slug = chat.kind === 'channel' ? slugFrom(chat.slug, n) : undefined;
      const traits = traitsOf(chat, { slug, names });
      try {
        await chats.begin(importer, { chatId: this.#chatId, kind: chat.kind, traits, at });
        return true;
      } catch (error) {
        if (isProblem(error, 'gone')) return false;
        // Another chat has it: the next number may be free.
        if (!isProblem(error, 'conflict')) throw error;
      }
    }
    throw new Error(`No slug is free for ${chat.slug}`);
  }

  async #itemsOf(message: ReadyMessage): Promise<ImportedMessage[]> {
    const { people, tally } = this.work;
    const parts = partsOf(message);
    if (parts.length === 0) tally.note('no_content', message.at);
    if (parts.length === 0) return [];
    const senderId = await people.userOf(message.authorKey);
    const items: ImportedMessage[] = [];
    for (const [index, part] of parts.entries()) {
      const { text, fileIds } = await this.#contentOf(message, part);
      items.push({
        senderId,
        clientMsgId: clientMsgIdOf(message.key, index),
        text,
        createdAt: message.at,
        ...(await this.#answersTo(message)),
        ...(fileIds.length > 0 && { fileIds }),
        ...(index === 0 && (await this.#signsOf(message))),
      });
    }
    tally.count('messages', items.length);
    return items;
  }

  /** A file that is not let in leaves its name, where there is nothing else. */
  async #contentOf(
    { key: messageKey }: ReadyMessage,
    { text, files }: MessagePart,
  ): Promise<{ readonly text: string; readonly fileIds: FileId[] }> {
    const { tally } = this.work;
    const fileIds: FileId[] = [];
    const lost: string[] = [];
    for (const file of files) {
      const refused = (code: string) => {
        tally.note('file_refused', `${file.name}: ${code}`);
        lost.push(file.name);
      };
      const place = { chatId: this.#chatId, messageKey };
      const fileId = await this.parts.files.bring(this.parts.importer, place, file, refused);
      if (fileId !== undefined) fileIds.push(fileId);
    }
    tally.count('files', fileIds.length);
    const isEmpty = text === '' && fileIds.length === 0;
    return { text: isEmpty ? lost.join('\n').slice(0, 8000).toWellFormed() : text, fileIds };
  }

  async #answersTo({
    rootKey,
    rootAuthorKey,
  }: ReadyMessage): Promise<Pick<ImportedMessage, 'replyTo'>> {
    if (rootKey === undefined || rootAuthorKey === undefined) return {};
    const senderId = await this.work.people.userOf(rootAuthorKey);
    return { replyTo: { senderId, clientMsgId: clientMsgIdOf(rootKey, 0) } };
  }

  async #signsOf(message: ReadyMessage): Promise<Pick<ImportedMessage, 'reactions' | 'isPinned'>> {
    const { people, tally } = this.work;
    const reactions = [];
    for (const { emoji, byKeys } of boundedReactions(message.reactions)) {
      const userIds = new Set<UserId>();
      for (const key of byKeys) userIds.add(await people.userOf(key));
      reactions.push({ emoji, userIds: [...userIds] });
      tally.count('reactions', userIds.size);
    }
    const isPinned = message.isPinned && this.#pins < mostPins;
    if (isPinned) this.#pins++;
    return { ...(reactions.length > 0 && { reactions }), ...(isPinned && { isPinned }) };
  }

  /** Whoever has made it, if they are here; else whoever brings it in, unless others are in it. */
  #heirAmong(members: readonly UserId[]): UserId {
    const { chat, people } = this.work;
    const creator = chat.creatorKey === undefined ? undefined : people.activeOne(chat.creatorKey);
    if (creator !== undefined && (chat.visibility === 'public' || members.includes(creator)))
      return creator;
    const { orderedBy } = this.parts;
    if (chat.visibility === 'public' || members.includes(orderedBy)) return orderedBy;
    return members[0] ?? orderedBy;
  }

  async #keep(done: number, isWhole: boolean): Promise<void> {
    const { counts, notes } = this.work.tally;
    const { imports, importId } = this.parts;
    await imports.keepChat({ id: this.#chatId, importId, done, isWhole, counts, notes });
  }
}
