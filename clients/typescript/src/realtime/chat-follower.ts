import type { ChangePage, Message } from '../generated/types.gen.js';

/** Where somebody is in a chat: what changed up to `rev`, and was sent up to `seq`, is known. */
export interface Place {
  readonly rev: number;
  readonly seq: number;
}

export type ChangeKind = 'new_message' | 'message_edited' | 'message_deleted';

/**
 * A message that is new, or another one than before: its whole new state. `place`: where a program
 * that has dealt with this one may go on, see `LiveOptions.from`.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly chatId: string;
  readonly message: Message;
  readonly place: Place;
}

/**
 * `changes`: a page of what changed after a `rev`, as `GET /api/chats/:id/changes` has it. `tell`:
 * told of a change, and of the place before it.
 */
export interface FollowerDeps {
  readonly changes: (afterRev: number) => Promise<ChangePage>;
  readonly tell: (change: Change, before: Place) => void;
  readonly onError: (error: unknown) => void;
}

/** Changes that came too early are only a head start for the repair, which can fetch them again. */
const MAX_HELD = 500;

/**
 * Tells what happens in one chat: each change once, in order, whatever arrives when. The next `rev`
 * is told; one that is known is dropped; a later one waits until the hole before it is filled.
 */
export class ChatFollower {
  /** By `rev`; null where there is nothing that I may see. */
  private readonly held = new Map<number, Message | null>();
  /** Per `seq` the `rev` in which a page has told a slot that is newer than the page. */
  private readonly toldAhead = new Map<number, number>();
  private headRev = 0;
  private repair: Promise<void> | undefined;

  constructor(
    readonly chatId: string,
    public place: Place,
    private readonly deps: FollowerDeps,
  ) {}

  /** A change that the line brings. */
  hear(rev: number, message: Message | null): void {
    if (rev <= this.place.rev) return;
    this.held.set(rev, message);
    if (this.held.size > MAX_HELD) this.held.delete(Math.max(...this.held.keys()));
    this.noteHead(rev);
  }

  /** So much has happened in the chat. */
  noteHead(rev: number): void {
    this.headRev = Math.max(this.headRev, rev);
    if (!this.repair) this.drain();
    if (this.headRev > this.place.rev) this.repair ??= this.close();
  }

  /** Fills the hole up to the head. What fails is tried again by `noteHead`. */
  private async close(): Promise<void> {
    try {
      while (this.headRev > this.place.rev) {
        const { items, page } = await this.deps.changes(this.place.rev);
        if (page.toRev <= this.place.rev) throw new Error('The server does not have it yet');
        this.tellPage(items, page.toRev);
        this.drain();
      }
    } catch (error) {
      // No line, or no member any more: whoever follows is told, and notes the head anew.
      this.deps.onError(error);
    } finally {
      this.repair = undefined;
    }
  }

  private tellPage(items: readonly Message[], toRev: number): void {
    const { rev, seq } = this.place;
    const isNew = (item: Message) => item.seq > seq;
    // A message that was sent and edited meanwhile stands at its edit: it is told in its turn.
    const fresh = items.filter(isNew).sort((one, other) => one.seq - other.seq);
    for (const message of [...fresh, ...items.filter((item) => !isNew(item))]) {
      this.tell(message, rev);
      if (message.rev > toRev) this.toldAhead.set(message.seq, message.rev);
    }
    this.place = { rev: toRev, seq: this.place.seq };
  }

  private drain(): void {
    for (const rev of this.held.keys()) if (rev <= this.place.rev) this.held.delete(rev);
    for (let next = this.place.rev + 1; this.held.has(next); next++) {
      const message = this.held.get(next) ?? null;
      this.held.delete(next);
      if (message) this.tell(message, next);
      this.place = { ...this.place, rev: next };
    }
  }

  private tell(message: Message, rev: number): void {
    const told = this.toldAhead.get(message.seq) ?? 0;
    if (told <= message.rev) this.toldAhead.delete(message.seq);
    if (told >= message.rev) return;
    const before = this.place;
    const kind = kindOf(message, before.seq);
    this.place = { rev, seq: Math.max(before.seq, message.seq) };
    this.deps.tell({ kind, chatId: this.chatId, message, place: this.place }, before);
  }
}

/** What nobody has been told of is new, even if it is gone by now. */
function kindOf({ seq, deletedAt }: Message, knownSeq: number): ChangeKind {
  if (seq > knownSeq) return 'new_message';
  return deletedAt === undefined ? 'message_edited' : 'message_deleted';
}
