import {
  actorOfModule,
  SettingsApi,
  unsetSettings,
  type VersionedSettings,
  type WorkspaceSettings,
} from '@app/contracts';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Ticker } from '../clock/ticker.js';
import { EventBus } from '../events/event-bus.js';

const roundMs = 5_000;
/** After so many rounds they are asked for anew: a fact may have been lost. */
const roundsKept = 12;

/**
 * What is set of the workspace, by heart, for what nobody should wait for. As long as who keeps it
 * was not heard, it is as if nobody had set anything.
 */
@Injectable()
export class LiveSettings implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(LiveSettings.name);
  readonly #actor = actorOfModule('settings');
  #known: VersionedSettings = { version: 0, settings: unsetSettings };
  #isAsking = false;
  #roundsLeft = 0;
  #stop: (() => void) | undefined;

  constructor(
    private readonly api: SettingsApi,
    private readonly eventBus: EventBus,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    // Each process knows for itself, so each must hear.
    this.eventBus.listen({
      name: 'settings.changed',
      handle: (changed) => this.#take(changed),
      missed: () => {
        this.#roundsLeft = 0;
      },
    });
  }

  onApplicationBootstrap(): void {
    this.#stop = this.ticker.every(roundMs, () => void this.#round());
    void this.#round();
  }

  onApplicationShutdown(): void {
    this.#stop?.();
  }

  /** As far as this process has heard. */
  get now(): WorkspaceSettings {
    return this.#known.settings;
  }

  /** From who keeps it, for what must not go by an older state. Throws `service_unavailable`. */
  async ask(): Promise<WorkspaceSettings> {
    this.#take(await this.api.current(this.#actor, {}));
    return this.now;
  }

  /** Of two that cross each other on their way the newer one counts. */
  #take(heard: VersionedSettings): void {
    if (heard.version >= this.#known.version) this.#known = heard;
  }

  async #round(): Promise<void> {
    if (this.#isAsking || this.#roundsLeft-- > 0) return;
    this.#isAsking = true;
    try {
      this.#roundsLeft = roundsKept;
      await this.ask();
    } catch (error) {
      // Who keeps them is away: the next round asks again, and until then it is as it was.
      this.#logger.warn(`Settings are not known anew: ${String(error)}`);
      this.#roundsLeft = 0;
    } finally {
      this.#isAsking = false;
    }
  }
}
