import { createEnvironmentInjector, EnvironmentInjector, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ChatId } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';
import { LookedAt } from './looked-at';

const [one, other] = ['c1', 'c2'] as [ChatId, ChatId];

/** Of one browser: what its tabs hold together. */
function fakeLocks() {
  const held: { name: string }[] = [];
  const request = async (name: string, _: LockOptions, run: () => Promise<void>) => {
    const lock = { name };
    held.push(lock);
    await run();
    held.splice(held.indexOf(lock), 1);
  };
  return { request, query: () => Promise.resolve({ held }) };
}

function withLocks(value: unknown): void {
  Object.defineProperty(navigator, 'locks', { value, configurable: true });
}

/** A tab of this browser in which a chat is open. */
function aTab(at: ChatId | null) {
  const openId = signal(at);
  const providers = [LookedAt, { provide: ChatClient, useValue: { openId } }];
  const tab = createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector));
  const lookedAt = tab.get(LookedAt);
  TestBed.tick();
  return { tab, openId, lookedAt };
}

describe('LookedAt', () => {
  let hasFocus: jest.SpiedFunction<() => boolean>;
  beforeEach(() => {
    withLocks(fakeLocks());
    hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  });
  afterEach(() => {
    withLocks(undefined);
    hasFocus.mockRestore();
  });

  const focus = (isFocused: boolean) => {
    hasFocus.mockReturnValue(isFocused);
    dispatchEvent(new Event(isFocused ? 'focus' : 'blur'));
    TestBed.tick();
  };

  it('knows which chat another tab shows', async () => {
    const { openId, tab } = aTab(one);
    const { lookedAt } = aTab(null);
    const seen = () => Promise.all([one, other].map((id) => lookedAt.isAnywhere(id)));
    expect(await seen()).toEqual([true, false]);
    openId.set(other);
    TestBed.tick();
    expect(await seen()).toEqual([false, true]);
    tab.destroy();
    expect(await seen()).toEqual([false, false]);
  });

  it('knows whether that tab is looked at', async () => {
    aTab(one);
    const { lookedAt } = aTab(null);
    focus(false);
    expect(await lookedAt.isAnywhere(one)).toBe(false);
    focus(true);
    expect(await lookedAt.isAnywhere(one)).toBe(true);
  });

  it('is of two tabs that show the same chat until neither does', async () => {
    const { lookedAt } = aTab(null);
    const tabs = [aTab(one), aTab(one)];
    tabs[0]!.openId.set(null);
    TestBed.tick();
    expect(await lookedAt.isAnywhere(one)).toBe(true);
    tabs[1]!.openId.set(null);
    TestBed.tick();
    expect(await lookedAt.isAnywhere(one)).toBe(false);
  });

  it('knows of its own tab where the browser has no locks', async () => {
    withLocks(undefined);
    aTab(one);
    const { lookedAt } = aTab(other);
    expect([lookedAt.isHere(one), await lookedAt.isAnywhere(one)]).toEqual([false, false]);
    expect([lookedAt.isHere(other), await lookedAt.isAnywhere(other)]).toEqual([true, true]);
  });
});
