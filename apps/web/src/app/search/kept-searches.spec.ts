import { TestBed } from '@angular/core/testing';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { KeptSearches } from './kept-searches';

function opened(): KeptSearches {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideFakes(new FakeChatStore())] });
  return TestBed.inject(KeptSearches);
}

describe('KeptSearches', () => {
  afterEach(() => localStorage.clear());

  it('keeps the latest first, each once, and not many', () => {
    const kept = opened();
    for (const query of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) kept.remember(query);
    expect(kept.all().recent).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a']);
    expect(opened().all().recent).toEqual(kept.all().recent);
  });

  it('keeps what is saved until it is given up', () => {
    const kept = opened();
    kept.save('from:me has:link');
    kept.remember('tea');
    kept.clearRecent();
    expect(opened().all()).toEqual({ recent: [], saved: ['from:me has:link'] });
    kept.unsave('from:me has:link');
    expect(localStorage).toHaveLength(0);
  });

  it('loses nothing that another tab has kept, and shows it', () => {
    const one = opened();
    const two = opened();
    one.save('from one');
    const key = localStorage.key(0);
    two.save('from two');
    two.remember('tea');
    expect(two.all()).toEqual({ recent: ['tea'], saved: ['from two', 'from one'] });
    dispatchEvent(new StorageEvent('storage', { key }));
    expect(one.all()).toEqual(two.all());
  });

  it.each(['nonsense', '[]', '{"recent":{"0":"a"},"saved":[1,null]}', 'null'])(
    'believes nothing that it has not written: %s',
    (text) => {
      opened().save('a');
      localStorage.setItem(localStorage.key(0)!, text);
      expect(opened().all()).toEqual({ recent: [], saved: [] });
    },
  );
});
