import { randomUUID } from 'node:crypto';

/** The processes that serve what this one serves. */
export abstract class Replicas {
  /** Of this process: no other has it, nor had one before it. */
  abstract readonly own: string;

  /** Whether it can be asked. Of `own`: whether others can ask this process. */
  abstract has(id: string): boolean;
}

/** Of a process that is alone. */
export class OnlyReplica implements Replicas {
  readonly own = randomUUID();

  has(id: string): boolean {
    return id === this.own;
  }
}

/** Those that an intake of this process sees every now and then. Without an intake: this one. */
export class SeenReplicas implements Replicas {
  readonly own = randomUUID();
  #seen: ReadonlySet<string> = new Set([this.own]);
  #untilMs = Infinity;

  has(id: string): boolean {
    return performance.now() < this.#untilMs && this.#seen.has(id);
  }

  /** These are there, as far as anybody can tell for so many ms. */
  note(ids: Iterable<string>, forMs: number): void {
    this.#seen = new Set(ids);
    this.#untilMs = performance.now() + forMs;
  }
}
