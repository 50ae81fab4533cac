import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** See `watch-page.js`. */
export interface PageSeen {
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly listMs: number;
  readonly composerMs: number;
  readonly shift: number;
  readonly longTasks: readonly (readonly [start: number, duration: number])[];
  readonly answersMs: readonly number[];
}

/** What a visit costs. `tbtMs`: what long tasks take beyond 50 ms each, from the first paint on. */
export interface VisitFigures extends PageSeen {
  readonly tbtMs: number;
  /** Over the network, until the page was quiet; what a worker or a cache gave is not in it. */
  readonly bytes: number;
  readonly requests: number;
}

const LONG_MS = 50;
/** Nothing long for this long: whoever came may use the page undisturbed. */
const QUIET_MS = 2000;
const LOOK_MS = 200;
const MOST_TRIES = 300;

/** A tab with a slow processor, whose page is watched from its first moment. */
export class PageVisit {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(context: BrowserContext, slowdown: number): Promise<PageVisit> {
    const page = await context.newPage();
    await page.addInitScript({ path: 'bench/page/watch-page.js' });
    const session = await context.newCDPSession(page);
    const visit = new PageVisit(page, session);
    await visit.slowDown(slowdown);
    return visit;
  }

  /** So many times slower than this machine; 1: as it is. */
  async slowDown(rate: number): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  /** Goes there; resolves once what was asked for is there, and it is quiet, with what it cost. */
  async goTo(path: string, mark: 'listMs' | 'composerMs'): Promise<VisitFigures> {
    await this.page.goto(path, { waitUntil: 'commit' });
    await this.until(
      `pageSeen.${mark} > 0 && performance.now() - Math.max(pageSeen.${mark}, ` +
        `...pageSeen.longTasks.map(([start, duration]) => start + duration)) > ${QUIET_MS}`,
    );
    const seen = await this.seen();
    const sizes = await this.page.evaluate<number[]>(
      `[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map(({ transferSize }) => transferSize).filter((size) => size > 0)`,
    );
    const tasks = seen.longTasks.filter(([start]) => start >= seen.fcpMs);
    return {
      ...seen,
      tbtMs: tasks.reduce((sum, [, duration]) => sum + duration - LONG_MS, 0),
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      requests: sizes.length,
    };
  }

  /** Resolves when this holds in the page. Asked from outside: its policy forbids `eval`. */
  async until(condition: string): Promise<void> {
    for (let tries = 0; !(await this.page.evaluate<boolean>(condition)); tries++) {
      if (tries === MOST_TRIES) throw new Error(`It never came to be: ${condition}`);
      await sleep(LOOK_MS);
    }
  }

  /** As of now. */
  seen(): Promise<PageSeen> {
    return this.page.evaluate<PageSeen>('pageSeen');
  }

  /** From here on its figures count anew, but for when what came. */
  async forget(): Promise<void> {
    await this.page.evaluate(
      'Object.assign(pageSeen, { shift: 0, longTasks: [], answersMs: [] }); undefined',
    );
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
