import { soon } from './job-intake.js';
import type { JobKind } from './job-kind.js';
import type { JobHandler, JobOutcome, JobWatcher } from './job-queue.js';

/** A kind of job and who does it here. */
export interface Post<P = unknown> {
  readonly kind: JobKind<P>;
  readonly handler: JobHandler<P>;
}

/** Who does what in this process, and who wants to know. */
export class JobRegister {
  readonly #posts = new Map<string, Post>();
  readonly #names = new Set<string>();
  readonly #watchers: JobWatcher[] = [];

  /** Throws for a second handler of a kind. */
  add<P>(kind: JobKind<P>, handler: JobHandler<P>): Post {
    if (this.#posts.has(kind.name)) throw new Error(`Two handlers of ${kind.name}`);
    // The payload is parsed by the kind's own schema before the handler sees it.
    const post = { kind, handler } as unknown as Post;
    this.#posts.set(kind.name, post);
    this.meet(kind.name);
    return post;
  }

  post(name: string): Post | undefined {
    return this.#posts.get(name);
  }

  get posts(): readonly Post[] {
    return [...this.#posts.values()];
  }

  /** This process has to do with such jobs. */
  meet(name: string): void {
    this.#names.add(name);
  }

  get names(): readonly string[] {
    return [...this.#names];
  }

  /** Of each kind, `Map<name, number>`; NaN where it is not told in time: a gap in a graph. */
  async count(
    answerMs: number,
    of: (name: string) => Promise<number>,
  ): Promise<ReadonlyMap<string, number>> {
    const counts = this.names.map(async (name) => {
      // Whatever the backing fails with.
      const count = await soon(answerMs, of(name)).catch(() => NaN);
      return [name, count] as const;
    });
    return new Map(await Promise.all(counts));
  }

  watch(watcher: JobWatcher): void {
    this.#watchers.push(watcher);
  }

  tell(name: string, outcome: JobOutcome, durationMs: number): void {
    for (const watcher of this.#watchers) watcher(name, outcome, durationMs);
  }
}
