import type { ClientState } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import { bring } from '../late-code';
import type { ChatKeeper, KeeperDeps } from './chat-keeper';

/** `ChatKeeper`, whose code is fetched when it is needed first: the list is drawn without. */
export class LaterKeeper {
  private keeper: ChatKeeper | null = null;
  private stop: (() => void) | null = null;
  private isClosed = false;

  constructor(
    private readonly deps: KeeperDeps,
    private readonly code = keeperCode,
  ) {}

  /** The state with what an earlier visit has left of a chat, as far as that is true. */
  async recall(chatId: ChatId): Promise<((state: ClientState) => ClientState) | null> {
    return (await this.load())?.recall(chatId) ?? null;
  }

  /** From now on what has changed is written. */
  async follow(): Promise<void> {
    await bring(this.code);
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

  /** Null: it did not come, and nobody waits for it. Whoever asks next asks for it again. */
  private async load(): Promise<ChatKeeper | null> {
    try {
      const { ChatKeeper } = await this.code();
      return (this.keeper ??= new ChatKeeper(this.deps));
    } catch {
      // TypeError: without the network that would bring the code, nothing is kept.
      return null;
    }
  }
}

/** Here or not with that of the disk: half of it would take what is not there for a refusal. */
async function keeperCode() {
  const [keeper] = await Promise.all([
    import('./chat-keeper'),
    import('@app/web-realtime/indexed-db'),
  ]);
  return keeper;
}
