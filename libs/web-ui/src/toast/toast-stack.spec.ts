import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { ToastStackHarness } from './testing/toast-stack-harness';
import { ToastStack } from './toast-stack';
import { TOAST_ACTION_MS, TOAST_MS, Toasts } from './toasts';

async function aStack() {
  const fixture = TestBed.createComponent(ToastStack);
  const stack = await TestbedHarnessEnvironment.harnessForFixture(fixture, ToastStackHarness);
  return { stack, toasts: TestBed.inject(Toasts) };
}

describe('Toasts', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it('go by themselves', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.say('Link copied');
    expect(toasts.shown()).toHaveLength(1);
    jest.advanceTimersByTime(TOAST_MS);
    expect(toasts.shown()).toHaveLength(0);
  });

  it('stay when they warn, and say the same once', () => {
    const toasts = TestBed.inject(Toasts);
    toasts.warn('Not sent');
    toasts.warn('Not sent');
    jest.advanceTimersByTime(TOAST_MS * 10);
    expect(toasts.shown()).toHaveLength(1);
  });

  it('wait with an offer until the person takes it', () => {
    const toasts = TestBed.inject(Toasts);
    const offer = { label: 'Reload', run: () => undefined };
    toasts.offer('A new version', offer);
    toasts.offer('A new version', offer);
    jest.advanceTimersByTime(TOAST_MS * 10);
    expect(toasts.shown()).toHaveLength(1);
  });

  it('are three at most', () => {
    const toasts = TestBed.inject(Toasts);
    for (const text of ['a', 'b', 'c', 'd']) toasts.say(text);
    expect(toasts.shown().map((t) => t.text)).toEqual(['b', 'c', 'd']);
  });

  it('make room for each other before one goes that is to stay', () => {
    const toasts = TestBed.inject(Toasts);
    const texts = () => toasts.shown().map((t) => t.text);
    toasts.warn('Not sent');
    for (const text of ['a', 'b', 'c']) toasts.say(text);
    expect(texts()).toEqual(['Not sent', 'b', 'c']);
    for (const text of ['d', 'e', 'f']) toasts.warn(text);
    expect(texts()).toEqual(['d', 'e', 'f']);
  });
});

// What change detection waits for.
const angularTimers = ['queueMicrotask', 'setImmediate', 'requestAnimationFrame'] as const;

describe('ToastStack', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: [...angularTimers] }));
  afterEach(() => jest.useRealTimers());

  it('does what a toast offers, once', async () => {
    const { stack, toasts } = await aStack();
    const run = jest.fn();
    toasts.say('Chat left', { label: 'Undo', run });
    jest.advanceTimersByTime(TOAST_MS);
    await stack.press('Undo');
    expect([run.mock.calls.length, await stack.getTexts()]).toEqual([1, []]);
  });

  it('lets none go while somebody is at them', async () => {
    const { stack, toasts } = await aStack();
    toasts.say('Chat left', { label: 'Undo', run: () => undefined });
    await stack.hover();
    jest.advanceTimersByTime(TOAST_ACTION_MS * 3);
    expect(await stack.getTexts()).toEqual(['Chat left']);
    await stack.leave();
    jest.advanceTimersByTime(TOAST_ACTION_MS);
    expect(await stack.getTexts()).toEqual([]);
  });

  it('shows toasts and closes them', async () => {
    const { stack, toasts } = await aStack();
    toasts.warn('Not sent');
    expect(await stack.getTexts()).toEqual(['Not sent']);
    await stack.closeFirst();
    expect(await stack.getTexts()).toEqual([]);
  });
});
