import {
  adoptChanges,
  adoptChat,
  adoptHidden,
  adoptPage,
  gapOf,
  isRestored,
  lacksHides,
  rangeAt,
  replaceChat,
  startOver,
  withoutChat,
  type ChatLog,
  type ChatState,
} from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import type { Persistence } from './persistence';
import type { SyncDeps } from './sync-engine';

/** What a live gap gets to close by itself: the missing event may be just behind. */
const GRACE_MS = 300;

/** Further behind than this, the newest page is cheaper than all that happened since. */
const FAR_REVS = 500;

/** Pages of a chat that may go on while each is on its way. */
const PAGE_TRIES = 5;

/** Counters that will not become exact are left as they are until the next event or sync. */
const COUNTER_TRIES = 3;

/** Brings single chats up to the server: one repair of a chat at a time. */
export class ChatRepair {
  private readonly running = new Map<ChatId, Promise<void>>();
  private readonly waiting = new Map<ChatId, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly deps: SyncDeps,
    private readonly persistence: Persistence,
  ) {}

  /** Something happened in this chat: if it leaves a gap that stays, repairs it. */
  watch(chatId: ChatId): void {
    const chat = this.chat(chatId);
    if (!chat || !needsRepair(chat) || this.waiting.has(chatId)) return;
    const look = (): void => {
      this.waiting.delete(chatId);
      const now = this.chat(chatId);
      if (now && needsRepair(now)) void this.repair(chatId);
    };
    this.waiting.set(chatId, setTimeout(look, GRACE_MS));
  }

  /** Never rejects: without a connection, the next `ready` begins it anew. */
  repair(chatId: ChatId): Promise<void> {
    return this.alone(chatId, async () => {
      if (this.chat(chatId)?.info === null) await this.fetchChat(chatId);
      await this.closeGap(chatId);
      await this.hideMissed(chatId);
      await this.countExactly(chatId);
    });
  }

  /** A chat of which only the id is known, if it is mine. */
  discover(chatId: ChatId): Promise<void> {
    return this.alone(chatId, () => this.fetchChat(chatId));
  }

  /**
   * The server said that less has happened in this chat than is known here. If its log says so,
   * too, then older data was restored: what it has replaces what is known. Never rejects.
   */
  doubt(chatId: ChatId): Promise<void> {
    return this.alone(chatId, async () => {
      const changes = await this.deps.archive.changes(chatId, this.chat(chatId)?.log.rev ?? 0);
      if (isRestored(changes)) await this.replace(chatId);
    });
  }

  /** Loads the newest page unless the end of the log is there. Rejects as the archive does. */
  async load(chatId: ChatId): Promise<void> {
    for (let tries = 0; tries < PAGE_TRIES; tries++) {
      const log = this.chat(chatId)?.log;
      if (log && hasEnd(log)) return;
      const page = await this.deps.archive.page(chatId);
      const before = this.chat(chatId)?.log;
      this.deps.memory.change((state) => adoptPage(state, chatId, page));
      // A page from before what the row has told meanwhile is dropped: the next one is newer.
      if (this.chat(chatId)?.log !== before) break;
    }
    this.watch(chatId);
  }

  private async alone(chatId: ChatId, run: () => Promise<void>): Promise<void> {
    const before = this.running.get(chatId);
    if (before) return before;
    const turn = this.persistence
      .until(run)
      .catch((error: unknown) => this.giveUp(chatId, error))
      .finally(() => this.finish(chatId));
    this.running.set(chatId, turn);
    await turn;
  }

  private finish(chatId: ChatId): void {
    this.running.delete(chatId);
    // What came at the very end would else wait for the next event.
    const log = this.chat(chatId)?.log;
    if (log && lacks(log) && !this.persistence.isPaused) this.watch(chatId);
  }

  private async closeGap(chatId: ChatId): Promise<void> {
    const { archive, memory } = this.deps;
    for (let log = this.chat(chatId)?.log; log && gapOf(log); log = this.chat(chatId)?.log) {
      const rev = log.rev ?? 0;
      if (log.serverHead.rev - rev > FAR_REVS) {
        const page = await archive.page(chatId);
        memory.change((state) => startOver(state, chatId, page));
      } else {
        const page = await archive.changes(chatId, rev);
        memory.change((state) => adoptChanges(state, chatId, page));
      }
      // A node that lags behind the one that told of the head: it catches up.
      if (this.chat(chatId)?.log.rev === rev) throw new ConnectionLost();
    }
  }

  /** What I have deleted for myself elsewhere; too much of it for one answer is a chat anew. */
  private async hideMissed(chatId: ChatId): Promise<void> {
    const { archive, memory } = this.deps;
    for (let log = this.chat(chatId)?.log; log && lacksHides(log); log = this.chat(chatId)?.log) {
      const { hides } = log;
      const missed = await archive.hidden(chatId, hides);
      if (missed.isWhole) memory.change((state) => adoptHidden(state, chatId, hides, missed));
      else await this.replace(chatId);
      // The same that may happen to changes.
      if (this.chat(chatId)?.log.hides === hides) throw new ConnectionLost();
    }
  }

  private async replace(chatId: ChatId): Promise<void> {
    const { archive, memory } = this.deps;
    const isOpen = (this.chat(chatId)?.log.ranges.length ?? 0) > 0;
    const chat = await archive.chat(chatId);
    const page = isOpen ? await archive.page(chatId) : null;
    memory.change((state) => replaceChat(state, chat, page));
    // Events that came while these answers were on their way were too old for what was known.
    const since = await archive.changes(chatId, this.chat(chatId)?.log.rev ?? 0);
    memory.change((state) => adoptChanges(state, chatId, since));
  }

  private async countExactly(chatId: ChatId): Promise<void> {
    for (let tries = 0; tries < COUNTER_TRIES; tries++) {
      const chat = this.chat(chatId);
      if (!chat || chat.marks.isExact) return;
      if (tries > 0) await this.persistence.wait(GRACE_MS * 2 ** tries);
      await this.fetchChat(chatId);
    }
  }

  private async fetchChat(chatId: ChatId): Promise<void> {
    const chat = await this.deps.archive.chat(chatId);
    this.deps.memory.change((state) => adoptChat(state, chat));
  }

  private giveUp(chatId: ChatId, error: unknown): void {
    if (error instanceof ConnectionLost) return;
    if (!(error instanceof RequestProblem)) throw error;
    const isNotMine = [403, 404, 410].includes(error.status);
    if (isNotMine) this.deps.memory.change((state) => withoutChat(state, chatId));
  }

  private chat(chatId: ChatId): ChatState | undefined {
    return this.deps.memory.state().chats.get(chatId);
  }
}

/** The end of the log is loaded. */
function hasEnd(log: ChatLog): boolean {
  return log.rev !== null && rangeAt(log.ranges, log.headSeq) !== null;
}

function needsRepair({ info, log, marks }: ChatState): boolean {
  if (info === null) return true;
  return lacks(log) || !marks.isExact;
}

const lacks = (log: ChatLog): boolean => gapOf(log) !== null || lacksHides(log);
