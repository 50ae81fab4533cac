import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { whenTyped } from './when-typed';

describe('whenTyped', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function aField(isUrgent?: (question: string) => boolean) {
    const written = signal('');
    const asked: string[] = [];
    TestBed.runInInjectionContext(() =>
      whenTyped(written, (question) => asked.push(question), isUrgent),
    );
    const write = (text: string, ms: number) => {
      written.set(text);
      TestBed.tick();
      jest.advanceTimersByTime(ms);
    };
    return { asked, write };
  }

  it('asks after a pause, and not after each key', () => {
    const { asked, write } = aField();
    write('a', 199);
    write('ad', 199);
    expect(asked).toEqual([]);
    write('ada', 200);
    expect(asked).toEqual(['ada']);
  });

  it('asks what is urgent at once', () => {
    const { asked, write } = aField((question) => question === '');
    write('', 0);
    write('a', 199);
    expect(asked).toEqual(['']);
  });
});
