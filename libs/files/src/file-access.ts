import {
  AccessApi,
  ChatLogApi,
  isProblem,
  problem,
  type Actor,
  type ChatId,
  type FileId,
  type MessageId,
  type ProblemCode,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { FileUse, StoredFile } from './file.js';
import { FilesRepository } from './files.repository.js';

/** Messages that the log is asked for at once. */
const MOST_ASKED = 500;

/** Who may read a file: who uploaded it, and the members of the chats whose messages hold it. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly files: FilesRepository,
    private readonly access: AccessApi,
    private readonly log: ChatLogApi,
  ) {}

  /** Gone or not. Throws `not_found`. */
  async find(fileId: FileId): Promise<StoredFile> {
    const file = await this.files.find(fileId);
    if (!file) throw problem('not_found');
    return file;
  }

  /** In the order of the ids; one read. Throws `not_found`. */
  async findAll(fileIds: readonly FileId[]): Promise<StoredFile[]> {
    const found = new Map((await this.files.findAll(fileIds)).map((file) => [file.id, file]));
    return fileIds.map((id) => {
      const file = found.get(id);
      if (!file) throw problem('not_found');
      return file;
    });
  }

  /** Throws `not_found`, `not_member`. */
  async checkMember(actor: Actor, chatId: ChatId): Promise<void> {
    await this.access.of(actor, { chatId });
  }

  /**
   * Throws `gone` to everybody: which messages held it is forgotten, and ids cannot be guessed.
   * Throws `forbidden`.
   */
  checkRead(actor: Actor, file: StoredFile): Promise<void> {
    return this.checkReadAll(actor, [file]);
  }

  /** All of them, or it throws as `checkRead`. */
  async checkReadAll(actor: Actor, files: readonly StoredFile[]): Promise<void> {
    if (files.some(({ isGone }) => isGone)) throw problem('gone');
    const mine = await this.#ofThose(actor, files);
    if (files.some(({ id }) => !mine.has(id))) throw problem('forbidden');
  }

  /** Those that are there, and that they may read. */
  async readable(actor: Actor, files: readonly StoredFile[]): Promise<StoredFile[]> {
    const there = files.filter(({ isGone }) => !isGone);
    const mine = await this.#ofThose(actor, there);
    return there.filter(({ id }) => mine.has(id));
  }

  /** Which of them they may read. However many there are, their uses are one read. */
  async #ofThose(actor: Actor, files: readonly StoredFile[]): Promise<Set<FileId>> {
    // Once sent it belongs to its chats: who uploaded it and left them is a stranger.
    const { sent = [], own = [] } = Object.groupBy(files, (file) => (file.isSent ? 'sent' : 'own'));
    const mine = new Set(
      own.filter(({ uploadedBy }) => uploadedBy === actor.userId).map(({ id }) => id),
    );
    if (sent.length === 0) return mine;
    const uses = await this.files.usesOfAll(sent.map(({ id }) => id));
    return new Set([...mine, ...(await this.#seen(actor, uses))]);
  }

  /** What they see in the chats whose messages hold it: nearly always one chat. */
  async #seen(actor: Actor, uses: readonly FileUse[]): Promise<Set<FileId>> {
    const seen = new Set<FileId>();
    const inPart = new Map<MessageId, number>();
    for (const [chatId, ofChat] of Map.groupBy(uses, (use) => use.chatId)) {
      // A deleted one has no members.
      const access = await unless(['not_member', 'not_found'], this.access.of(actor, { chatId }));
      for (const { fileId, messageId } of access ? ofChat : []) {
        if (access!.visibleFromSeq <= 1) seen.add(fileId);
        else inPart.set(messageId, access!.visibleFromSeq);
      }
    }
    return new Set([...seen, ...(await this.#seenInPart(actor, inPart))]);
  }

  /** Who came later, and sees no history, sees no files of it. `first`: the slot they see first. */
  async #seenInPart(actor: Actor, first: ReadonlyMap<MessageId, number>): Promise<Set<FileId>> {
    const seen = new Set<FileId>();
    const messageIds = [...first.keys()];
    for (let at = 0; at < messageIds.length; at += MOST_ASKED) {
      const some = messageIds.slice(at, at + MOST_ASKED);
      const { items } = await this.log.holding(actor, { messageIds: some });
      for (const { messageId, seq, fileIds } of items)
        if (seq >= first.get(messageId)!) for (const id of fileIds) seen.add(id);
    }
    return seen;
  }
}

/** Undefined when it fails by one of these problems; any other failure is passed on. */
async function unless<T>(codes: readonly ProblemCode[], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    // A refusal is the answer here.
    if (isProblem(error, ...codes)) return undefined;
    throw error;
  }
}
