import type { ClientState } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import type { ChatKeeper, KeeperDeps } from './chat-keeper';

/** `ChatKeeper`, whose code is fetched when it is needed first: the list is drawn without. */
export class LaterKeeper {
  private loading: Promise<ChatKeeper | null> | null = null;
  private stop: (() => void) | null = null;
  private isClosed = false;

  constructor(private readonly deps: KeeperDeps) {}

  /** The state with what an earlier visit has left of a chat, as far as that is true. */
  async recall(chatId: ChatId): Promise<((state: ClientState) => ClientState) | null> {
    return (await this.load())?.recall(chatId) ?? null;
  }

  /** From now on what has changed is written. */
  async follow(): Promise<void> {
    const keeper = await this.load();
    if (!this.isClosed) this.stop ??= keeper?.follow() ?? null;
  }

  close(): void {
    this.isClosed = true;
    this.stop?.();
  }

  async forget(): Promise<void> {
    this.close();
    await (await this.load())?.forget();
  }

  private async load(): Promise<ChatKeeper | null> {
    this.loading ??= import('./chat-keeper').then(
      ({ ChatKeeper }) => new ChatKeeper(this.deps),
      // TypeError: without the network that would bring the code, nothing is kept.
      () => null,
    );
    return this.loading;
  }
}
