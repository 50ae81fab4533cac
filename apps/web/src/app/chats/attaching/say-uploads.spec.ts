import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { OutboxFile } from '@app/web-realtime';
import type { PendingEntry } from '../../data-access/chat-views';
import { anEntry } from '../testing/builders';
import { sayUploads } from './say-uploads';

const aFile = (about: Partial<OutboxFile> = {}): OutboxFile => ({
  ...{ key: 'p1/0', name: 'a.pdf', type: 'application/pdf', size: 10_000_000 },
  ...about,
});

function aChat(files: readonly OutboxFile[]) {
  const pending = signal<readonly PendingEntry[]>([anEntry({ files })]);
  const progress = signal<ReadonlyMap<string, number>>(new Map());
  document.body.replaceChildren();
  TestBed.runInInjectionContext(() => sayUploads(pending, progress));
  const said = () => {
    TestBed.tick();
    return [...document.querySelectorAll('[aria-live=polite] p')].map((line) => line.textContent);
  };
  said();
  const change = (about: Partial<OutboxFile>) => pending.set([anEntry({ files: [aFile(about)] })]);
  return { pending, progress, said, change };
}

describe('sayUploads', () => {
  it('says quarters, each once', () => {
    const { progress, said } = aChat([aFile()]);
    for (const megabytes of [1, 3, 4, 5.1, 10])
      void (progress.set(new Map([['p1/0', megabytes * 1_000_000]])), said());
    expect(said()).toEqual(['a.pdf: 25%', 'a.pdf: 50%']);
  });

  it('says which was refused, and why', () => {
    const { change, said } = aChat([aFile()]);
    change({ code: 'payload_too_large' });
    expect(said()).toEqual(['a.pdf: This is too large.']);
  });

  it('says nothing of what was so before, nor of small ones', () => {
    const { progress, said } = aChat([
      aFile({ code: 'payload_too_large' }),
      aFile({ key: 'p1/1', size: 1000 }),
    ]);
    progress.set(new Map([['p1/1', 500]]));
    expect(said()).toEqual([]);
  });
});
