import type { Chat, Message } from '../generated/types.gen.js';
import { itemsOf } from '../pages.js';
import { isProblem } from '../problem-error.js';
import type { Parley } from '../parley.js';
import { ChatFollower, type Change, type Place } from './chat-follower.js';

/** `isWanted`: whether a chat is followed at all. `onError`: what failed needs another `sync()`. */
export interface FollowedDeps {
  readonly parley: Parley;
  readonly isWanted: (chatId: string) => boolean;
  readonly tell: (change: Change, before: Place) => void;
  readonly onError: (error: unknown) => void;
}

type NewChat = Pick<Chat, 'id' | 'type' | 'headRev' | 'headSeq'>;

/**
 * The chats of an account, each with its follower. One that is met for the first time begins where
 * it stands; but a conversation of two that began while nobody listened begins at its beginning.
 */
export class FollowedChats {
  private readonly followers = new Map<string, ChatFollower>();
  /** Of chats of which nobody knows yet where they stand: the last change that was heard of. */
  private readonly early = new Map<string, number>();
  /** Nothing is known of before: each chat begins where the first sync finds it. */
  private readonly isNew: boolean;
  private syncs = 0;

  constructor(
    private readonly deps: FollowedDeps,
    from: Readonly<Record<string, Place>>,
  ) {
    for (const [chatId, place] of Object.entries(from)) {
      if (deps.isWanted(chatId)) this.follow(chatId, place);
    }
    this.isNew = this.followers.size === 0;
  }

  /** Where each chat is: what was told so far. */
  places(): Record<string, Place> {
    return Object.fromEntries([...this.followers].map(([id, { place }]) => [id, place]));
  }

  /** After every (re)connection, and after what failed: what moved meanwhile is told. */
  async sync(): Promise<void> {
    const { parley, isWanted } = this.deps;
    const gone = new Set(this.followers.keys());
    const isFirst = this.syncs === 0 && this.isNew;
    for await (const row of itemsOf((query) => parley.api.sync.sync({ query }))) {
      const { chatId, headRev, headSeq } = row;
      gone.delete(chatId);
      if (!isWanted(chatId)) continue;
      const known = this.followers.get(chatId);
      if (known) known.noteHead(headRev);
      else if (isFirst) this.start(chatId, { rev: headRev, seq: headSeq });
      else await this.ask(chatId);
    }
    this.syncs++;
    for (const chatId of gone) this.forget(chatId);
    for (const chatId of this.early.keys()) await this.ask(chatId);
  }

  hear(chatId: string, rev: number, message: Message | null): void {
    if (!this.deps.isWanted(chatId)) return;
    const follower = this.followers.get(chatId);
    if (follower) {
      follower.hear(rev, message);
      return;
    }
    const isKnownOf = this.early.has(chatId);
    this.early.set(chatId, Math.max(rev, this.early.get(chatId) ?? 0));
    if (this.syncs > 0 && !isKnownOf) void this.ask(chatId);
  }

  noteHead(chatId: string, headRev: number): void {
    this.followers.get(chatId)?.noteHead(headRev);
  }

  /** A chat that is new to me. */
  begin({ id, type, headRev, headSeq }: NewChat): void {
    if (!this.deps.isWanted(id) || this.followers.has(id)) return;
    const head = { rev: headRev, seq: headSeq };
    this.start(id, type === 'direct' ? { rev: 0, seq: 0 } : head);
    this.noteHead(id, headRev);
  }

  forget(chatId: string): void {
    this.followers.delete(chatId);
    this.early.delete(chatId);
  }

  private start(chatId: string, place: Place): void {
    this.follow(chatId, place).noteHead(this.early.get(chatId) ?? 0);
    this.early.delete(chatId);
  }

  private async ask(chatId: string): Promise<void> {
    try {
      this.begin(await this.deps.parley.api.chats.get({ path: { chatId } }));
    } catch (error) {
      // Mostly a chat that is none of mine by now.
      this.meetRefusal(chatId, error);
    }
  }

  private meetRefusal(chatId: string, error: unknown): void {
    if (isProblem(error, 'not_member', 'not_found', 'gone')) this.forget(chatId);
    else this.deps.onError(error);
  }

  private follow(chatId: string, place: Place): ChatFollower {
    const { api } = this.deps.parley;
    const follower = new ChatFollower(chatId, place, {
      changes: (afterRev) =>
        api.changes.changes({ path: { chatId }, query: { afterRev, limit: 100 } }),
      tell: this.deps.tell,
      onError: (error) => this.meetRefusal(chatId, error),
    });
    this.followers.set(chatId, follower);
    return follower;
  }
}
