import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { IconButton } from '../button/icon-button';
import { TooltipHarness } from './testing/tooltip-harness';
import { TOOLTIP_DELAY_MS, watchTooltips } from './watch-tooltips';
import { TOOLTIP_PATIENCE_MS, Tooltips } from './tooltips';

@Component({
  imports: [IconButton],
  template: `<button uiIconButton icon="x" label="Close"></button>
    <span id="mark" data-tip="Seen by 3" tabindex="0">✓</span>
    <p id="words">Words</p>`,
})
class Page {}

/** `isWatched`: the code is loaded already. */
async function aPage({ isWatched = true } = {}) {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.nativeElement as HTMLElement;
  await fixture.whenStable();
  if (isWatched) watchTooltips(TestBed.inject(Injector), new MouseEvent('pointerover'));
  document.body.append(page);
  const at = (selector: string) => page.querySelector<HTMLElement>(selector)!;
  const point = (selector: string, pointerType = 'mouse', type = 'pointerover') => {
    const event = new MouseEvent(type, { bubbles: true });
    at(selector).dispatchEvent(Object.assign(event, { pointerType }));
  };
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const shown = () => loader.getHarnessOrNull(TooltipHarness);
  return { at, point, shown, words: async () => (await (await shown())?.getWords()) ?? null };
}

// What change detection waits for.
const angularTimers = ['queueMicrotask', 'setImmediate', 'requestAnimationFrame'] as const;

const pass = (ms = TOOLTIP_DELAY_MS) => jest.advanceTimersByTime(ms);

describe('Tooltips', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: [...angularTimers] }));
  afterEach(() => jest.useRealTimers());

  it.each([
    ['button', 'Close'],
    ['#mark', 'Seen by 3'],
  ])('shows the name of %s to a pointer that stays', async (selector, name) => {
    const { point, words, shown } = await aPage();
    point(selector);
    pass(TOOLTIP_DELAY_MS - 1);
    expect(await words()).toBeNull();
    pass(1);
    expect([await words(), await (await shown())?.isSilent()]).toEqual([name, true]);
  });

  it('shows nothing to one that passes by, and to a finger', async () => {
    const { point, words } = await aPage();
    point('button');
    pass(TOOLTIP_DELAY_MS - 1);
    point('#words');
    pass();
    point('button', 'touch');
    pass();
    expect(await words()).toBeNull();
  });

  it('stays while the pointer is over it, and goes when it leaves', async () => {
    const { point, shown, words } = await aPage();
    point('button');
    pass();
    await (await shown())!.hover();
    pass();
    expect(await words()).toBe('Close');
    point('#words');
    pass();
    expect(await words()).toBeNull();
  });

  it('comes with the focus of the keyboard, and goes with any key', async () => {
    const { at, words } = await aPage();
    at('#mark').focus();
    pass();
    expect(await words()).toBe('Seen by 3');
    at('#mark').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(await words()).toBeNull();
  });

  it('is loaded by the first pointer that moves, and shows what it was over', async () => {
    const { point, words } = await aPage({ isWatched: false });
    TestBed.inject(Tooltips).start();
    for (const [type, shown] of [
      ['pointerover', null],
      ['pointermove', 'Close'],
    ] as const) {
      point('button', 'mouse', type);
      await import('./watch-tooltips');
      await Promise.resolve();
      pass();
      expect(await words()).toBe(shown);
    }
  });

  it('are tried again after a while when their code does not come', async () => {
    const load = jest
      .fn(() => import('./watch-tooltips'))
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const tooltips = TestBed.inject(Tooltips);
    Object.assign(tooltips, { load });
    tooltips.start();
    const { point, words } = await aPage({ isWatched: false });
    point('button', 'mouse', 'pointermove');
    await Promise.resolve();
    await Promise.resolve();
    point('button', 'mouse', 'pointermove');
    expect(load).toHaveBeenCalledTimes(1);
    pass(TOOLTIP_PATIENCE_MS);
    point('button', 'mouse', 'pointermove');
    await load.mock.results[1]!.value;
    await Promise.resolve();
    pass();
    expect(await words()).toBe('Close');
  });
});
