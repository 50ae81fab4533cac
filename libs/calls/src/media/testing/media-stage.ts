import type { BackendSignal } from '../media-backend.js';
import type { MediaEngine } from '../media-engine.js';
import type { ConsumerId } from '../media-ids.js';

/** A consumer as the worker has it. */
export interface ConsumerState {
  readonly isPaused: boolean;
  readonly priority: number;
  /** Of the layers that it prefers. */
  readonly spatial?: number | undefined;
}

/** How many of them the worker has. */
export interface RoomContent {
  readonly transports: number;
  readonly producers: number;
  readonly consumers: number;
}

/** An engine under test, and the worker beneath it. */
export interface MediaStage {
  readonly engine: MediaEngine;
  /** How many workers it has once there is a room with two peers. */
  readonly workers: number;
  consumer(id: ConsumerId): Promise<ConsumerState>;
  /** In the one room. */
  content(): Promise<RoomContent>;
  /** The worker says something by itself. */
  signal(signal: BackendSignal): void;
  /** A worker dies. */
  kill(): void;
  /** From now on all of them have more to do than they may. */
  overload(): Promise<void>;
}
