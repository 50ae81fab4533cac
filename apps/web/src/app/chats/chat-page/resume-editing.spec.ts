import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MessageDeeds } from '../message-list/message-deeds';
import type { MessageItem } from '../message-list/timeline-items';
import { resumeEditing } from './resume-editing';

const aRow = (key: string) => ({ key }) as MessageItem;

function aVisit() {
  const chatId = signal('c1');
  const items = signal<readonly MessageItem[]>([aRow('x1')]);
  const resumeEdit = jest.fn();
  const deeds = { resumeEdit } as unknown as MessageDeeds;
  TestBed.runInInjectionContext(() =>
    resumeEditing({ chatId, isReady: signal(true), items }, deeds),
  );
  TestBed.tick();
  return { chatId, items, resumeEdit };
}

describe('resumeEditing', () => {
  it('goes on once a visit, and again after a look into an empty chat', () => {
    const { chatId, items, resumeEdit } = aVisit();
    items.update((all) => [...all]);
    TestBed.tick();
    expect(resumeEdit).toHaveBeenCalledTimes(1);
    chatId.set('empty');
    items.set([]);
    TestBed.tick();
    chatId.set('c1');
    items.set([aRow('x1')]);
    TestBed.tick();
    expect(resumeEdit).toHaveBeenCalledTimes(2);
  });

  it('goes on where the row comes after the others, as one of the outbox does', () => {
    const { items, resumeEdit } = aVisit();
    items.update((all) => [...all, aRow('x2')]);
    TestBed.tick();
    expect(resumeEdit.mock.calls).toEqual([[[aRow('x1')]], [[aRow('x2')]]]);
  });
});
