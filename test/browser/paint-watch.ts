import type { Page } from '@playwright/test';

/** Where something stands, in whole pixels: `x y width height`; '': nowhere. */
type Place = string;

/** What a page has shown in so many frames, one after the other. */
export interface Painted {
  readonly count: number;
  /** The component beside the list; '': there is none, yet. */
  readonly page: string;
  readonly sidebar: Place;
  /** The links of the list that have words, by their addresses, and the words of the marked one. */
  readonly rows: readonly string[];
  readonly marked: string;
  readonly head: Place;
  readonly heading: string;
  /** The first words below the head; `(skeleton)`, `(emptiness)` for what says so; '': nothing. */
  readonly content: string;
  /** The chats whose messages are shown (`… from <name>.`), or for which the composer is. */
  readonly of: readonly string[];
  /** How light what lies behind all that is, each shade once: 0 is black, 255 white. */
  readonly shades: readonly number[];
  /** The element that has the focus; `body`: none. */
  readonly focus: string;
}

/** What a page shows in each frame, right before it is painted: also what is gone in the next. */
export class PaintWatch {
  private constructor(private readonly page: Page) {}

  /** From now on, and from the beginning of what is loaded later. */
  static async of(page: Page): Promise<PaintWatch> {
    await page.addInitScript({ content: script });
    await page.evaluate(script);
    return new PaintWatch(page);
  }

  /** All that was painted since the last time, or since this document began, and soon after. */
  async takeAll(): Promise<readonly Painted[]> {
    await this.passFrames(10);
    return this.page.evaluate(() => (globalThis as unknown as Watched).painted.splice(0));
  }

  async passFrames(count: number): Promise<void> {
    await this.page.evaluate(
      (count) =>
        new Promise<void>((done) => {
          const pass = (left: number): unknown =>
            left > 0 ? requestAnimationFrame(() => pass(left - 1)) : done();
          pass(count);
        }),
      count,
    );
  }
}

interface Watched {
  readonly painted: Painted[];
}

const seen = { opacityProperty: true, visibilityProperty: true };

/** The head, what one writes in, and what is only heard. */
const apart = 'header, app-chat-composer, .typing, .unseen';

function all(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

function joined(parts: readonly string[]): string {
  return parts.join(' and ');
}

function placeOf(element: Element): Place {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join(' ');
}

function wordsOf(element: Element | null | undefined): string {
  return element?.checkVisibility(seen) ? element.textContent.trim() : '';
}

function isIn(element: Element, around: DOMRect): boolean {
  const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
  const isBeside = right <= around.left || left >= around.right;
  return width > 1 && height > 1 && bottom > around.top && top < around.bottom && !isBeside;
}

function contentOf(main: HTMLElement): string {
  const around = main.getBoundingClientRect();
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const [words, parent] = [texts.currentNode.nodeValue!.trim(), texts.currentNode.parentElement!];
    if (words === '' || parent.closest(apart) || !parent.checkVisibility(seen)) continue;
    if (isIn(parent, around)) return parent.closest('ui-empty-state') ? '(emptiness)' : words;
  }
  // It shows itself after a moment: what is quick does not flicker.
  return main.querySelector('ui-skeleton')?.checkVisibility() ? '(skeleton)' : '';
}

function shadeOf(element: Element): number {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at)
      .backgroundColor.match(/[\d.]+/g)!
      .map(Number);
    const [red = 0, green = 0, blue = 0, alpha = 1] = colour;
    if (alpha > 0.5) return Math.round(0.21 * red + 0.72 * green + 0.07 * blue);
  }
  return NaN;
}

function namesIn(logs: readonly Element[], fields: readonly Element[]): readonly string[] {
  const said = logs.flatMap((log) => [...log.textContent.matchAll(/from (\w+)\./g)]);
  const asked = fields.map(({ ariaLabel }) => (ariaLabel ?? '').replace('Message ', ''));
  return [...new Set([...said.map(([, name]) => name!), ...asked])];
}

function look(): Omit<Painted, 'count'> {
  const sidebars = all('app-chat-list, app-settings-page > nav');
  const [mains, heads] = [all('main'), all('main > header, app-settings-section > header')];
  const links = sidebars
    .flatMap((sidebar) => [...sidebar.querySelectorAll('a')])
    .filter((link) => wordsOf(link) !== '');
  return {
    page: joined(mains.map((main) => main.parentElement!.localName)),
    sidebar: joined(sidebars.map(placeOf)),
    rows: links.map((link) => link.getAttribute('href')!).sort(),
    marked: wordsOf(links.find((link) => link.ariaCurrent)?.querySelector('.title')),
    head: joined(heads.map(placeOf)),
    heading: joined(mains.map((main) => wordsOf(main.querySelector('h1')))),
    content: joined(mains.map(contentOf)),
    of: namesIn(all('[role=log]'), all('app-chat-composer textarea')),
    shades: [...new Set([...all('body'), ...sidebars, ...mains, ...heads].map(shadeOf))],
    focus: document.activeElement?.localName ?? 'body',
  };
}

/**
 * A line of boxes, each in the one before. What hears of the size of one after the other is heard
 * late in a frame: a browser tells of those that are deeper in rounds of their own, after what
 * others have changed by then.
 */
function probes(): readonly Element[] {
  const line = Array.from({ length: 12 }, () => document.createElement('paint-probe'));
  for (const [n, probe] of line.entries()) {
    probe.style.cssText = 'position: fixed; display: block; inline-size: 1px; block-size: 1px';
    (line[n - 1] ?? document.documentElement).append(probe);
  }
  return line;
}

/** Calls right before this frame is painted. */
function beforePaint([probe, ...deeper]: readonly Element[], call: () => void): void {
  if (!probe) return call();
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    beforePaint(deeper, call);
  });
  observer.observe(probe);
}

function watch(): void {
  if ('painted' in globalThis) return;
  const painted: Painted[] = [];
  Object.assign(globalThis, { painted });
  let [last, line]: [string, readonly Element[]] = ['', []];
  const note = (): void => {
    const now = look();
    const isSame = JSON.stringify(now) === last && painted.length > 0;
    last = JSON.stringify(now);
    painted.push({ ...now, count: isSame ? painted.pop()!.count + 1 : 1 });
  };
  const next = (): void => {
    if (line.length === 0) line = probes();
    beforePaint(line, note);
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** All of it runs in the page, before anything of the page itself. */
const parts = [
  ...[all, joined, placeOf, wordsOf, isIn, contentOf, shadeOf, namesIn, look],
  ...[probes, beforePaint, watch],
];
const known = `const seen = ${JSON.stringify(seen)}, apart = ${JSON.stringify(apart)};`;
const script = `(() => { ${known} ${parts.map(String).join(' ')} watch(); })()`;
