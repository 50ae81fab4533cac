import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FileId } from '@app/contracts';
import { aMessage, ada, anEntry, aTimeline, jonas, mira } from '../testing/builders';
import { sayNewMessages } from './say-new-messages';

function aList() {
  const messages = signal([aMessage({ seq: 1, text: 'before' })]);
  const pending = signal([anEntry()].slice(1));
  const hasNewer = signal(false);
  const items = () =>
    aTimeline({
      people: new Map([ada, mira, jonas].map((user) => [user.id, user])),
      messages: messages(),
      pending: pending(),
    });
  document.body.replaceChildren();
  TestBed.runInInjectionContext(() => sayNewMessages(items as never, hasNewer));
  const said = () => {
    TestBed.tick();
    return [...document.querySelectorAll('[aria-live=polite] p')].map((line) => line.textContent);
  };
  return { messages, pending, hasNewer, said };
}

describe('sayNewMessages', () => {
  it('says what comes, once and in order, also what comes at once', () => {
    const { messages, said } = aList();
    expect(said()).toEqual([]);
    messages.update((all) => [
      ...all,
      aMessage({ seq: 2, text: '**one**' }),
      aMessage({ seq: 3, text: 'two', senderId: jonas.id }),
    ]);
    expect(said()).toEqual(['Mira Okafor: one', 'Jonas Nilsen: two']);
    messages.update((all) => [...all, aMessage({ seq: 4, text: 'three' })]);
    const all = ['Mira Okafor: one', 'Jonas Nilsen: two', 'Mira Okafor: three'];
    expect(said()).toEqual(all);
    messages.update((list) => list.map((message) => ({ ...message, text: 'edited' })));
    expect(said()).toEqual(all);
  });

  it('says what came where there are no words', () => {
    const { messages, said } = aList();
    said();
    const id = FileId.parse('f1');
    const notes = { id, name: 'notes.pdf', mime: 'application/pdf', size: 9 };
    const voice = { ...notes, mime: 'audio/webm', durationMs: 42_000 };
    messages.update((all) => [
      ...all,
      aMessage({ seq: 2, kind: 'file', text: '', files: [notes] }),
      aMessage({ seq: 3, kind: 'voice', text: '', files: [voice] }),
    ]);
    expect(said()).toEqual(['Mira Okafor: notes.pdf', 'Mira Okafor: Voice message · 0:42']);
  });

  it('says nothing of mine, of the past, or of what was deleted', () => {
    const { messages, pending, said } = aList();
    said();
    pending.set([anEntry()]);
    messages.update((all) => [
      aMessage({ seq: 0, text: 'older' }),
      ...all,
      aMessage({ seq: 2, senderId: ada.id }),
      aMessage({ seq: 3, text: '', deletedAt: '2026-03-02T12:00:00.000Z' }),
    ]);
    expect(said()).toEqual([]);
  });

  it('says the newest of a flood, and keeps few lines', () => {
    const { messages, said } = aList();
    said();
    const flood = (from: number) =>
      messages.update((all) => [
        ...all,
        ...Array.from({ length: 9 }, (_, n) => aMessage({ seq: from + n })),
      ]);
    flood(2);
    expect(said()).toEqual([8, 9, 10].map((seq) => `Mira Okafor: Message ${seq}`));
    flood(11);
    expect(said()).toHaveLength(5);
  });
});
