import type { Signal } from '@angular/core';
import {
  adoptKept,
  keptOf,
  type ChatLog,
  type ChatState,
  type ClientState,
  type KeptChat,
} from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import type { KeptChats } from '@app/web-realtime';

/** Of each chat, at its end: four pages. */
const MOST_MESSAGES = 200;

/** What happens within this time is written once. */
const EVERY_MS = 1000;

export interface KeeperDeps {
  readonly state: Signal<ClientState>;
  /** It was compared with the server's since the line came up. */
  readonly isCurrent: () => boolean;
  /** Opens the database when it is needed first; rejects where there is none. */
  readonly open: () => Promise<KeptChats>;
  /** This browser does not keep it. */
  readonly refused: (error: unknown) => void;
}

/**
 * The newest messages of the chats that were opened, kept over visits, so that they can be read
 * before the network is there, and without it. Written behind what happens, never on its path.
 */
export class ChatKeeper {
  private opening: Promise<KeptChats | null> | null = null;
  /** What was written last of each chat: the same object says the same. */
  private readonly written = new Map<ChatId, ChatState['log']>();
  /** The `rev` of what is kept, as far as this page knows. */
  private readonly revs = new Map<ChatId, number>();

  constructor(private readonly deps: KeeperDeps) {}

  /** The step that brings back what an earlier visit has left of a chat; null: nothing. */
  async recall(chatId: ChatId): Promise<((state: ClientState) => ClientState) | null> {
    const kept = await this.load(chatId);
    if (!kept) return null;
    this.revs.set(chatId, kept.chat.headRev);
    const rev = this.deps.state().chats.get(chatId)?.log.rev ?? 0;
    // The server, asked a moment ago, is not as far: older data was restored there.
    if (this.deps.isCurrent() && kept.chat.headRev > rev) return null;
    return (state) => adoptKept(state, kept);
  }

  /** Writes what has changed, now and then and when the page is left. Returns how to stop. */
  follow(): () => void {
    const write = (): void => void this.write();
    const leave = (): void => {
      if (document.visibilityState === 'hidden') write();
    };
    const timer = setInterval(write, EVERY_MS);
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', write);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', write);
    };
  }

  async forget(): Promise<void> {
    const chats = await this.chats();
    await chats?.clear();
  }

  private async load(chatId: ChatId): Promise<KeptChat | undefined> {
    const chats = await this.chats();
    try {
      return await chats?.load(chatId);
    } catch (error) {
      // InvalidStateError: another tab runs a newer version, and has taken the database over.
      this.deps.refused(error);
      return undefined;
    }
  }

  private async write(): Promise<void> {
    const state = this.deps.state();
    const changed = [...state.chats].filter(([id, { log }]) => this.written.get(id) !== log);
    const gone = [...this.written.keys()].filter((id) => !state.chats.has(id));
    // What has become too old since is not in what is kept anew; where that is nothing, it goes.
    const expired = changed.filter(([id, { log }]) => isLater(log, this.written.get(id)));
    for (const [id, { log }] of changed) this.written.set(id, log);
    for (const id of gone) this.written.delete(id);
    const kept = changed.flatMap(([id]) => keptOf(state, id, MOST_MESSAGES) ?? []);
    // Older data was restored: of what was kept, nothing is true any more.
    const undone = kept.filter(({ chat }) => chat.headRev < (this.revs.get(chat.id) ?? 0));
    const dropped = [...gone, ...expired.map(([id]) => id), ...undone.map(({ chat }) => chat.id)];
    for (const { chat } of kept) this.revs.set(chat.id, chat.headRev);
    if (kept.length === 0 && dropped.length === 0) return;
    const chats = await this.chats();
    try {
      if (dropped.length > 0) await chats?.remove(dropped);
      if (kept.length > 0) await chats?.save(kept);
    } catch (error) {
      // QuotaExceededError, or InvalidStateError as above: the next visit knows less.
      this.deps.refused(error);
    }
  }

  private chats(): Promise<KeptChats | null> {
    this.opening ??= this.deps.open().catch((error: unknown) => {
      // A private window may refuse databases: then the server is asked every time.
      this.deps.refused(error);
      return null;
    });
    return this.opening;
  }
}

const isLater = ({ visibleFromSeq }: ChatLog, before: ChatLog | undefined): boolean =>
  before !== undefined && visibleFromSeq > before.visibleFromSeq;
