import { Component, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Toasts } from '@app/web-ui';
import { LostCode } from './lost-code';

@Component({ template: '' })
class Page {}

const missing = new TypeError('Failed to fetch dynamically imported module');
const mistakes: unknown[] = [];
const shown = () =>
  TestBed.inject(Toasts)
    .shown()
    .map(({ text }) => text);
const words = 'This did not load. Check the connection, or load the page anew.';

/** A page at `/settings` whose code does so at first. */
function aRouter(lost: Error) {
  const code = jest.fn(() => Promise.resolve(Page)).mockRejectedValueOnce(lost);
  const routes = [
    { path: 'settings', loadComponent: code },
    { path: '**', component: Page },
  ];
  const handler = { handleError: (error: unknown) => mistakes.push(error) };
  const providers = [provideRouter(routes), { provide: ErrorHandler, useValue: handler }];
  TestBed.configureTestingModule({ providers });
  TestBed.inject(LostCode);
  return TestBed.inject(Router);
}

/** Whether it is still taken for a mistake. */
function isLeft(error: Error): boolean {
  mistakes.length = 0;
  TestBed.inject(ErrorHandler).handleError(error);
  return mistakes.includes(error);
}

describe('LostCode', () => {
  it('is told of whoever asked for it, and is no mistake', () => {
    aRouter(missing);
    expect([isLeft(missing), isLeft(missing), shown()]).toEqual([false, false, [words]]);
  });

  it('is not what mistakes are called', () => {
    aRouter(missing);
    expect([isLeft(new TypeError('wrong')), shown()]).toEqual([true, []]);
  });

  it('leaves one on the page where one is; the next try finds the other', async () => {
    const router = aRouter(missing);
    await router.navigateByUrl('/c/c1');
    await expect(router.navigateByUrl('/settings')).rejects.toBe(missing);
    expect([router.url, shown()]).toEqual(['/c/c1', [words]]);
    await router.navigateByUrl('/settings');
    expect(router.url).toBe('/settings');
  });
});
