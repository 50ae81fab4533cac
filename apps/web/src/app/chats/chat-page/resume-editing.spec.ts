import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MessageDeeds } from '../message-list/message-deeds';
import type { MessageItem } from '../message-list/timeline-items';
import { resumeEditing } from './resume-editing';

describe('resumeEditing', () => {
  it('goes on once a visit, and again after a look into an empty chat', () => {
    const chatId = signal('c1');
    const items = signal<readonly MessageItem[]>([{ key: 'x1' } as MessageItem]);
    const resumeEdit = jest.fn();
    TestBed.runInInjectionContext(() =>
      resumeEditing({ chatId, isReady: signal(true), items }, {
        resumeEdit,
      } as unknown as MessageDeeds),
    );
    TestBed.tick();
    items.update((all) => [...all]);
    TestBed.tick();
    expect(resumeEdit).toHaveBeenCalledTimes(1);
    chatId.set('empty');
    items.set([]);
    TestBed.tick();
    chatId.set('c1');
    items.set([{ key: 'x1' } as MessageItem]);
    TestBed.tick();
    expect(resumeEdit).toHaveBeenCalledTimes(2);
  });
});
