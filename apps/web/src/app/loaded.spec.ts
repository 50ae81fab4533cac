import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RequestProblem } from '@app/web-realtime';
import { loaded } from './loaded';

function aLoad(key = signal<string | undefined>('a')) {
  const answers = new Map<string, PromiseWithResolvers<string>>();
  const load = (wanted: string) => {
    const answer = Promise.withResolvers<string>();
    answers.set(wanted, answer);
    return answer.promise;
  };
  const value = TestBed.runInInjectionContext(() => loaded(key, load));
  const settle = async () => {
    TestBed.tick();
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  return { key, value, answers, settle };
}

describe('loaded', () => {
  it('is null until it has come', async () => {
    const { value, answers, settle } = aLoad();
    await settle();
    expect(value()).toBeNull();
    answers.get('a')!.resolve('of a');
    await settle();
    expect(value()).toBe('of a');
  });

  it('is of the present key, whatever comes late', async () => {
    const { key, value, answers, settle } = aLoad();
    await settle();
    key.set('b');
    await settle();
    answers.get('b')!.resolve('of b');
    answers.get('a')!.resolve('of a');
    await settle();
    expect(value()).toBe('of b');
    key.set(undefined);
    await settle();
    expect(value()).toBeNull();
  });

  it('stays null when it is refused', async () => {
    const { value, answers, settle } = aLoad();
    await settle();
    answers.get('a')!.reject(new RequestProblem('gone', 410, {}));
    await settle();
    expect(value()).toBeNull();
  });
});
