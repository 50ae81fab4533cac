import type { ChatId } from '@app/contracts';
import { BoundedMap, Clock } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ChatPlacesRepository, type ChatPlace } from './chat-places.repository.js';

/** Chats whose places are remembered. */
const maxPlaces = 50_000;

/** How long places are gathered before they are stored, in ms. */
const gatherMs = 500;

/**
 * How far each log was told of, here and at once; stored a moment later, all together. A process
 * that dies has told more than is stored: the next one tells that again, which is harmless.
 */
@Injectable()
export class ChatPlaces implements OnApplicationShutdown {
  readonly #logger = new Logger(ChatPlaces.name);
  readonly #places = new BoundedMap<ChatId, ChatPlace>(maxPlaces);
  #gathered = new Map<ChatId, ChatPlace>();
  #timer: NodeJS.Timeout | undefined;
  #storing: Promise<void> = Promise.resolve();

  constructor(
    private readonly places: ChatPlacesRepository,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nothing was ever told of this chat. */
  async of(chatId: ChatId): Promise<ChatPlace | undefined> {
    const known = this.#places.get(chatId);
    if (known) return known;
    const found = await this.places.find(chatId);
    if (found) this.#places.set(chatId, found);
    return found;
  }

  reach(place: ChatPlace): void {
    this.#places.set(place.chatId, place);
    this.#gathered.set(place.chatId, place);
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
  }

  /** Stores what was gathered. Never throws. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gathered = [...this.#gathered.values()];
    this.#gathered = new Map();
    this.#storing = this.#storing.then(() => this.#store(gathered));
    return this.#storing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }

  async #store(gathered: readonly ChatPlace[]): Promise<void> {
    try {
      await this.places.raise(gathered, this.clock.now());
    } catch (error) {
      // The database is away. The next message of these chats brings a higher place.
      this.#logger.warn(`${gathered.length} places are not stored: ${String(error)}`);
    }
  }
}
