import { TestBed } from '@angular/core/testing';
import type { SwUpdate } from '@angular/service-worker';
import { Browser } from '@app/web-session';
import { FakeBrowser } from '@app/web-session/testing';
import { Toasts } from '@app/web-ui';
import { Subject } from 'rxjs';
import { StorageTrouble } from '../data-access/storage-trouble';
import { AppKeeper } from './app-keeper';
import { registerWorker } from './register-worker';

function aKeeper() {
  const browser = new FakeBrowser();
  TestBed.configureTestingModule({ providers: [{ provide: Browser, useValue: browser }] });
  const updates = {
    versionUpdates: new Subject<{ type: string }>(),
    unrecoverable: new Subject<{ reason: string }>(),
    checks: 0,
    checkForUpdate: () => Promise.resolve(++updates.checks > 0),
  };
  TestBed.inject(AppKeeper).follow(updates as unknown as SwUpdate);
  const toasts = TestBed.inject(Toasts);
  return { browser, updates, toasts, trouble: TestBed.inject(StorageTrouble) };
}

const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));

describe('AppKeeper', () => {
  it('offers a new version, and loads it when the person says so, not before', () => {
    const { browser, updates, toasts } = aKeeper();
    updates.versionUpdates.next({ type: 'VERSION_DETECTED' });
    expect(toasts.shown()).toEqual([]);
    updates.versionUpdates.next({ type: 'VERSION_READY' });
    updates.versionUpdates.next({ type: 'VERSION_READY' });
    expect(toasts.shown().map(({ text }) => text)).toEqual(['A new version of Parley is here.']);
    expect(browser.reloads).toBe(0);
    toasts.shown()[0]!.action!.run();
    expect(browser.reloads).toBe(1);
  });

  it('says what to do when its files are gone', () => {
    const { updates, toasts } = aKeeper();
    updates.unrecoverable.next({ reason: 'a chunk is missing' });
    expect(toasts.shown()[0]?.text).toMatch(/no longer complete/);
  });

  it('asks for a new version when somebody comes back after a while', () => {
    const { browser, updates } = aKeeper();
    comeBack();
    expect(updates.checks).toBe(0);
    browser.nowMs += 11 * 60_000;
    comeBack();
    comeBack();
    expect(updates.checks).toBe(1);
  });

  it('says once that nothing is kept, and why', () => {
    const { toasts, trouble } = aKeeper();
    trouble.note(new DOMException('', 'QuotaExceededError'));
    trouble.note(new DOMException('', 'SecurityError'));
    TestBed.tick();
    expect(toasts.shown().map(({ text }) => text)).toEqual([
      'This device has no room left. What you write is sent as long as this page stays open.',
    ]);
  });
});

describe('AppKeeper.start', () => {
  it('registers the worker once, however often the app is entered', () => {
    const given: unknown[] = [];
    const container = Object.assign(new EventTarget(), {
      controller: null,
      register: (url: unknown) => Promise.resolve(given.push(url)),
    });
    Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true });
    TestBed.configureTestingModule({ providers: [{ provide: Browser, useClass: FakeBrowser }] });
    const keeper = TestBed.inject(AppKeeper);
    keeper.start();
    keeper.start();
    expect(given).toEqual(['/sw.js']);
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });
});

describe('registerWorker', () => {
  it('names the worker by a policy of its own where the browser checks that', async () => {
    const given: unknown[] = [];
    const container = Object.assign(new EventTarget(), {
      register: (url: unknown) => Promise.resolve(given.push(url)),
    });
    await registerWorker(container as unknown as ServiceWorkerContainer);
    const trusted = { url: '/sw.js' };
    const createPolicy = (name: string) => ({ createScriptURL: () => ({ ...trusted, name }) });
    Object.assign(globalThis, { trustedTypes: { createPolicy } });
    await registerWorker(container as unknown as ServiceWorkerContainer);
    Reflect.deleteProperty(globalThis, 'trustedTypes');
    expect(given).toEqual(['/sw.js', { ...trusted, name: 'parley-worker' }]);
  });
});
