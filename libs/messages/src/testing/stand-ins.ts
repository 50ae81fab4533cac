import {
  problem,
  type Access,
  type AccessApi,
  type AccessQuery,
  type Actor,
  type AttachedFiles,
  type AttachFiles,
  type ChatId,
  type ChatIds,
  type Done,
  type Fact,
  type FactName,
  type FileId,
  type FilesApi,
  type HideSlot,
  type MessageFile,
  type MessageId,
  type MessageReceipts,
  type Profile,
  type ReadsApi,
  type Room,
  type ServerEvent,
  type ServerEventName,
  type SlotReaders,
  type SlotRef,
  type UserId,
  type UserRef,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import type { EventBus, RealtimePublisher } from '@app/platform';

type Member = Pick<Access, 'role' | 'visibleFromSeq'>;
type Traits = Pick<Access, 'kind' | 'postPolicy' | 'isArchived' | 'isBlocked'>;

/** Who is in which chat, as a test says it: stands in for the chats module. */
export class PaperAccess implements AccessApi {
  readonly #chats = new Map<ChatId, { traits: Traits; members: Map<UserId, Member> }>();
  readonly #keptFrom = new Map<ChatId, number>();

  /** A group; `given` says what is special about it. */
  found(chatId: ChatId, given: Partial<Traits> = {}): void {
    const { members = new Map<UserId, Member>() } = this.#chats.get(chatId) ?? {};
    const traits: Traits = { kind: 'group', postPolicy: 'everyone', isArchived: false, ...given };
    this.#chats.set(chatId, { traits, members });
  }

  admit(chatId: ChatId, userId: UserId, given: Partial<Member> = {}): void {
    const member: Member = { role: 'member', visibleFromSeq: 1, ...given };
    this.#chats.get(chatId)!.members.set(userId, member);
  }

  /** What is before this slot is too old for everybody. */
  keepFrom(chatId: ChatId, seq: number): void {
    this.#keptFrom.set(chatId, seq);
  }

  expel(chatId: ChatId, userId: UserId): void {
    this.#chats.get(chatId)!.members.delete(userId);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async of({ userId }: Actor, { chatId }: AccessQuery): Promise<Access> {
    const chat = this.#chats.get(chatId);
    if (!chat) throw problem('not_found');
    const member = chat.members.get(userId);
    if (!member) throw problem('not_member', { chatId });
    const hasPartialReaders = [...chat.members.values()].some((one) => one.visibleFromSeq > 1);
    const visibleFromSeq = Math.max(member.visibleFromSeq, this.#keptFrom.get(chatId) ?? 1);
    return { chatId, ...chat.traits, ...member, visibleFromSeq, hasPartialReaders };
  }

  chatIds(): Promise<ChatIds> {
    return Promise.resolve({ chatIds: [...this.#chats.keys()] });
  }

  readers(_: Actor, { chatId, seq }: SlotRef): Promise<SlotReaders> {
    const members = [...this.#chats.get(chatId)!.members];
    const who = (isIn: (member: Member) => boolean) =>
      members.filter(([, member]) => isIn(member)).map(([userId]) => userId);
    return Promise.resolve({
      canSee: who(({ visibleFromSeq }) => visibleFromSeq <= seq),
      cannotSee: who(({ visibleFromSeq }) => visibleFromSeq > seq),
    });
  }

  receipts({ userId }: Actor): Promise<MessageReceipts> {
    return Promise.resolve({ seenBy: [userId], deliveredTo: [] });
  }
}

/** Writes down what people have deleted for themselves, as the chats module is told. */
export class PaperReads implements Pick<ReadsApi, 'hide'> {
  readonly hides: (HideSlot & { readonly userId: UserId })[] = [];

  hide({ userId }: Actor, slot: HideSlot): Promise<Done> {
    this.hides.push({ userId, ...slot });
    return Promise.resolve({});
  }
}

/** Files that exist, as a test says it, and which messages hold them: for the files module. */
export class PaperFiles implements Pick<FilesApi, 'attach'> {
  readonly held = new Map<MessageId, readonly FileId[]>();
  readonly #files = new Map<FileId, MessageFile>();

  /** Whoever asks may send it. */
  keep(file: MessageFile): void {
    this.#files.set(file.id, file);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async attach(_: Actor, { fileIds, messageId }: AttachFiles): Promise<AttachedFiles> {
    const files = fileIds.map((id) => this.#files.get(id));
    if (files.some((file) => file === undefined)) throw problem('not_found');
    this.held.set(messageId, fileIds);
    return { files: files as MessageFile[] };
  }
}

/** What people are in the workspace, as a test says it: stands in for the users module. */
export class PaperPeople implements Pick<UsersApi, 'profile'> {
  readonly #roles = new Map<UserId, WorkspaceRole>();

  appoint(userId: UserId, role: WorkspaceRole): void {
    this.#roles.set(userId, role);
  }

  profile(_: Actor, { userId }: UserRef): Promise<Profile> {
    return Promise.resolve(aProfile(userId, { role: this.#roles.get(userId) ?? 'member' }));
  }
}

export interface Said<N extends ServerEventName = ServerEventName> {
  readonly room: Room;
  readonly event: N;
  readonly payload: ServerEvent<N>;
}

/** Writes down what sockets would hear. */
export class HeardPublisher implements RealtimePublisher {
  readonly said: Said[] = [];

  publish<N extends ServerEventName>(room: Room, event: N, payload: ServerEvent<N>): void {
    this.said.push({ room, event, payload });
  }

  admit(): void {
    throw new Error('The messages module moves no sockets');
  }

  evict(): void {
    throw new Error('The messages module moves no sockets');
  }

  disconnect(): void {
    throw new Error('The messages module closes no sockets');
  }

  /** What was said so, in order. */
  of<N extends ServerEventName>(event: N): Said<N>[] {
    return this.said.filter((one): one is Said<N> => one.event === event);
  }
}

/** Writes down what other modules would hear. */
export class HeardFacts implements EventBus {
  readonly totals = { waiting: 0, lost: 0 };
  readonly told: { readonly name: FactName; readonly fact: unknown }[] = [];

  backlogs(): Promise<[]> {
    return Promise.resolve([]);
  }

  publish<N extends FactName>(name: N, fact: Fact<N>): Promise<void> {
    this.told.push({ name, fact });
    return Promise.resolve();
  }

  subscribe(): void {
    throw new Error('The messages module subscribes to nothing');
  }

  listen(): void {
    throw new Error('The messages module listens to nothing');
  }

  pause(): void {
    throw new Error('The messages module pauses nothing');
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
