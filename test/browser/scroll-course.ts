import type { CDPSession, Locator, Page } from '@playwright/test';

/** How frames went, in ms. */
export interface Frames {
  readonly count: number;
  /** Of them in which there was no way on: the next page was not here yet. */
  readonly waits: number;
  readonly p50: number;
  readonly p99: number;
  /** Per frame, by the main thread's own account: others who use the machine do not count. */
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

/** One frame of a movement: how long it took, and how far it went. */
interface Move {
  readonly ms: number;
  readonly by: number;
}

/** Less than a rest lies between two of them. */
const FRAMES_AT_ONCE = 100;
/** Closer to the beginning than this, the next page is asked for. */
const NEAR_PX = 1000;
/** So long nothing has moved when it has come to rest. */
const STILL_FRAMES = 5;

/** A scrolled timeline under a slow processor, and what that costs. */
export class ScrollCourse {
  private gate: Promise<void> | null = null;
  private oldestAsked = Infinity;

  private constructor(
    private readonly page: Page,
    private readonly scroller: Locator,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<ScrollCourse> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const course = new ScrollCourse(page, page.getByRole('log'), session);
    await page.route(/\/api\/messages\/.*beforeSeq/, async (route) => {
      course.oldestAsked = Number(new URL(route.request().url()).searchParams.get('beforeSeq'));
      await course.gate;
      await route.continue();
    });
    return course;
  }

  /** The processor is so many times slower from now on. */
  async slowDown(rate: number): Promise<void> {
    await this.session.send('Emulation.setCPUThrottlingRate', { rate });
  }

  /** Moves by `px` in each of so many frames; below zero: up. */
  async fling(px: number, frames: number): Promise<Frames> {
    return this.measure(() => this.move(px, frames));
  }

  /** Moves up by `px` in each frame until what is before this message was asked for. */
  async flingTo(seq: number, px: number): Promise<Frames> {
    return this.measure(async () => {
      const moves: Move[] = [];
      while (this.oldestAsked > seq) moves.push(...(await this.move(-px, FRAMES_AT_ONCE)));
      return moves;
    });
  }

  /** What the page holds once the garbage is gone: bytes of its heap, and nodes. */
  async held(): Promise<{ bytes: number; nodes: number }> {
    await this.session.send('HeapProfiler.collectGarbage');
    const metrics = await this.metrics();
    return { bytes: metrics['JSHeapUsedSize']!, nodes: metrics['Nodes']! };
  }

  /**
   * Moves like `fling`. `error`: by how many pixels, at most, what is read was elsewhere in a frame
   * than where the movement has brought it, as pages come in front and rows are measured meanwhile.
   * `elements`: how many the timeline had, at most.
   */
  async glide(px: number, frames: number): Promise<{ error: number; elements: number }> {
    return this.scroller.evaluate(
      (scroller, { px, frames }) =>
        new Promise<{ error: number; elements: number }>((done) => {
          const rows = (): HTMLElement[] => [
            ...scroller.querySelectorAll<HTMLElement>('[data-key]'),
          ];
          const topOf = (row: HTMLElement): number => row.getBoundingClientRect().top;
          const { top, bottom } = scroller.getBoundingClientRect();
          let [error, elements, left] = [0, 0, frames];
          let before: { readonly key: string; readonly top: number } | null = null;
          let moved = 0;
          const step = (): void => {
            const now = rows().find((row) => row.dataset['key'] === before?.key);
            if (now && before) error = Math.max(error, Math.abs(topOf(now) - before.top + moved));
            elements = Math.max(elements, scroller.querySelectorAll('*').length);
            if (left-- === 0) return done({ error, elements });
            const read = rows().find((row) => topOf(row) > (top + bottom) / 2);
            before = read ? { key: read.dataset['key']!, top: topOf(read) } : null;
            const from = scroller.scrollTop;
            scroller.scrollTop += px;
            // At the beginning of what is loaded there is no way on before the next page is here.
            moved = scroller.scrollTop - from;
            requestAnimationFrame(step);
          };
          requestAnimationFrame(step);
        }),
      { px, frames },
    );
  }

  /**
   * Moves up by `px` in each of so many frames. How often one has read on further back than that,
   * by how far the end of the list is: no page that comes in front changes this. What rows measure
   * otherwise than was thought is far less than half a movement, and a page is more.
   */
  async lostPlaces(px: number, frames: number): Promise<number> {
    return this.scroller.evaluate(
      (scroller, { px, frames }) =>
        new Promise<number>((done) => {
          const toTheEnd = (): number => scroller.scrollHeight - scroller.scrollTop;
          let [lost, left, before] = [0, frames, toTheEnd()];
          const step = (): void => {
            const now = toTheEnd();
            if (now - before > 1.5 * px) lost++;
            before = now;
            scroller.scrollTop -= px;
            if (left-- > 0) requestAnimationFrame(step);
            else done(lost);
          };
          step();
        }),
      { px, frames },
    );
  }

  /** Moves so that the upper edge goes through the middle of a row with these words. */
  async cutThrough(words: string): Promise<void> {
    const row = this.scroller.locator('[data-key]').filter({ hasText: words }).first();
    await row.evaluate((element) => {
      const scroller = element.closest('[role=log]')!;
      const { top, height } = element.getBoundingClientRect();
      scroller.scrollTop += top + height / 2 - scroller.getBoundingClientRect().top;
    });
  }

  /** The largest error of so many pages in front, which come 2 to 13 frames after a movement. */
  async errorOfPrepends(count: number): Promise<number> {
    const errors: number[] = [];
    for (let n = 0; n < count; n++) errors.push(await this.errorOfPrepend(2 + (n % 12)));
    return Math.max(...errors);
  }

  /**
   * By how many pixels a page that comes in front moves what is read. It comes so many frames after
   * the last movement: the rows of the other side are drawn and measured after nine or ten.
   */
  async errorOfPrepend(framesAfter: number): Promise<number> {
    let open = (): void => undefined;
    this.gate = new Promise((resolve) => (open = resolve));
    await this.scroller.evaluate((scroller, px) => (scroller.scrollTop = px), NEAR_PX / 2);
    return this.errorOf(async () => {
      this.gate = null;
      open();
      await this.page.waitForFunction(
        (px) => document.querySelector('[role=log]')!.scrollTop > px,
        NEAR_PX,
      );
    }, framesAfter);
  }

  /** By how many pixels the first message that is wholly in sight is elsewhere after something. */
  async errorOf(change: () => Promise<unknown>, framesBefore = STILL_FRAMES): Promise<number> {
    await standStill(this.scroller, framesBefore);
    const before = await this.scroller.evaluate((scroller) => {
      const { top } = scroller.getBoundingClientRect();
      const row = [...scroller.querySelectorAll<HTMLElement>('[data-key]')].find(
        (element) => element.getBoundingClientRect().top >= top,
      )!;
      return { key: row.dataset['key']!, top: row.getBoundingClientRect().top };
    });
    await change();
    await standStill(this.scroller);
    const row = this.scroller.locator(`[data-key="${before.key}"]`);
    const top = await row.evaluate((element) => element.getBoundingClientRect().top);
    return Math.abs(top - before.top);
  }

  private async measure(run: () => Promise<readonly Move[]>): Promise<Frames> {
    const before = await this.metrics();
    const moves = await run();
    const after = await this.metrics();
    const count = moves.length;
    const each = (name: string): number => ((after[name]! - before[name]!) * 1000) / count;
    const sorted = moves.map(({ ms }) => ms).sort((a, b) => a - b);
    return {
      count,
      waits: moves.filter(({ by }) => by === 0).length,
      p50: sorted[Math.floor(count * 0.5)]!,
      p99: sorted[Math.floor(count * 0.99)]!,
      script: each('ScriptDuration'),
      style: each('RecalcStyleDuration'),
      layout: each('LayoutDuration'),
    };
  }

  private async move(px: number, frames: number): Promise<readonly Move[]> {
    return this.scroller.evaluate(
      (scroller, { px, frames }) =>
        new Promise<Move[]>((done) => {
          const moves: Move[] = [];
          let last = 0;
          const step = (now: number): void => {
            const from = scroller.scrollTop;
            scroller.scrollTop += px;
            if (last > 0) moves.push({ ms: now - last, by: scroller.scrollTop - from });
            last = now;
            if (moves.length < frames) requestAnimationFrame(step);
            else done(moves);
          };
          requestAnimationFrame(step);
        }),
      { px, frames },
    );
  }

  private async metrics(): Promise<Readonly<Record<string, number>>> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}

/** Waits until the rows of a timeline are where they have been for some frames. */
export async function standStill(timeline: Locator, frames = STILL_FRAMES): Promise<void> {
  await timeline.evaluate(
    (scroller, frames) =>
      new Promise<void>((done) => {
        let [last, same] = ['', 0];
        const look = (): void => {
          const tops = [...scroller.querySelectorAll('[data-key]')].map(
            (row) => row.getBoundingClientRect().top,
          );
          same = tops.join() === last ? same + 1 : 0;
          last = tops.join();
          if (same < frames) requestAnimationFrame(look);
          else done();
        };
        look();
      }),
    frames,
  );
}

/** As one line of a table. */
export function inWords(frames: Frames): string {
  const ms = (value: number): string => value.toFixed(1);
  const { count, waits, p50, p99, script, style, layout } = frames;
  const parts = `script ${ms(script)}, style ${ms(style)}, layout ${ms(layout)}`;
  const gaps = `${count} frames (${waits} without a way on), p50 ${ms(p50)}, p99 ${ms(p99)} ms`;
  return `${gaps}; of the main thread each: ${parts} ms`;
}
