import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { bring, page } from './late-code';

@Component({ template: '' })
class Page {}

const missing = new TypeError('Failed to fetch dynamically imported module');

/** Does not come so often at first. */
function lateBy(times: number) {
  const load = jest.fn(() => Promise.resolve(Page));
  for (let n = 0; n < times; n++) load.mockRejectedValueOnce(missing);
  return load;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('bring', () => {
  it('asks for code however often it does not come', async () => {
    const load = lateBy(3);
    const brought = bring(load);
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await brought, load.mock.calls.length]).toEqual([Page, 4]);
  });

  it('takes time between two tries, more each time', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    const load = lateBy(20);
    void bring(load);
    await jest.advanceTimersByTimeAsync(1000);
    const soon = load.mock.calls.length;
    await jest.advanceTimersByTimeAsync(10_000);
    expect([soon, load.mock.calls.length]).toEqual([3, 7]);
  });

  it('leaves mistakes in what has come to whoever looks for them', async () => {
    const wrong = () => Promise.reject(new ReferenceError('wrong'));
    await expect(bring(wrong)).rejects.toThrow('wrong');
  });
});

describe('page', () => {
  it('waits for the first page, and lets one know of any other', async () => {
    const settings = lateBy(1);
    const routes = [
      { path: 'c/c1', loadComponent: page(lateBy(2)) },
      { path: 'settings', loadComponent: page(settings) },
    ];
    TestBed.configureTestingModule({ providers: [provideRouter(routes)] });
    const router = TestBed.inject(Router);
    const arrived = router.navigateByUrl('/c/c1');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([await arrived, router.url]).toEqual([true, '/c/c1']);
    await expect(router.navigateByUrl('/settings')).rejects.toBe(missing);
    expect([router.url, settings.mock.calls.length]).toEqual(['/c/c1', 1]);
  });
});
