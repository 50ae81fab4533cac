import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/**
 * Work on facts ends while the ports of others still answer: what is under way is awaited, and what
 * comes on top is refused. It comes again to another process, or is found in the log.
 */
@Injectable()
export class LastOrders implements BeforeApplicationShutdown {
  readonly #underWay = new Set<Promise<void>>();
  #isOver = false;

  async run(work: () => Promise<void>): Promise<void> {
    if (this.#isOver) throw new Error('This process is about to stop');
    const running = work();
    this.#underWay.add(running);
    try {
      await running;
    } finally {
      this.#underWay.delete(running);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled(this.#underWay);
  }
}
