import { TestBed } from '@angular/core/testing';
import type { ChatId, UserId } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { aRow, jonas, mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { PeoplePicker } from './people-picker';

const rows = [
  aRow({ kind: 'direct', peer: mira }),
  aRow({ id: 'c2' as ChatId }),
  aRow({ id: 'c3' as ChatId, kind: 'direct', peer: jonas }),
];

function aPicker(prepare: (store: FakeChatStore) => void = () => undefined) {
  const store = new FakeChatStore();
  prepare(store);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const fixture = TestBed.createComponent(PeoplePicker);
  const page = fixture.nativeElement as HTMLElement;
  const names = () => {
    fixture.detectChanges();
    return [...page.querySelectorAll('.found [heading]')].map((each) => each.textContent);
  };
  const ask = async (text: string) => {
    const field = page.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(200);
  };
  return { store, fixture, page, names, ask };
}

describe('PeoplePicker', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('offers those to whom one writes, the latest first, as long as one asks for nobody', async () => {
    const { store, names, ask } = aPicker((fake) => fake.chats.set(rows));
    expect(names()).toEqual(['Mira Okafor', 'Jonas Nilsen']);
    store.answer = [jonas];
    await ask('jon');
    expect(names()).toEqual(['Jonas Nilsen']);
    await ask('');
    expect(names()).toEqual(['Mira Okafor', 'Jonas Nilsen']);
  });

  it('asks again for whom one looks for, when the server lets it', async () => {
    const { store, page, names, ask } = aPicker();
    names();
    store.answer = new RequestProblem('rate_limited', 429, { retryAfterMs: 4000 });
    await ask('jon');
    store.answer = [jonas];
    expect([names(), page.textContent]).toEqual([[], expect.stringContaining('Wait 4 seconds')]);
    await jest.advanceTimersByTimeAsync(4000);
    expect(names()).toEqual(['Jonas Nilsen']);
    expect(page.textContent).not.toContain('Wait');
    expect(store.callsOf('searchPeople')).toHaveLength(2);
  });

  it('offers those of its source, from the first on, and nobody else', async () => {
    const { store, fixture, page, names, ask } = aPicker((fake) => fake.chats.set(rows));
    const find = (name: string) => Promise.resolve(name === '' ? [jonas] : []);
    fixture.componentRef.setInput('source', { find, nobody: 'It has no members.' });
    expect(names()).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(names()).toEqual(['Jonas Nilsen']);
    await ask('mira');
    expect([names(), page.textContent]).toEqual([[], expect.stringContaining('Nobody of that')]);
    expect(store.callsOf('searchPeople')).toEqual([]);
  });

  it('says that its source has nobody at all', async () => {
    const { fixture, page, names } = aPicker();
    const find = () => Promise.resolve([]);
    fixture.componentRef.setInput('source', { find, nobody: 'It has no members.' });
    names();
    await jest.advanceTimersByTimeAsync(200);
    expect([names(), page.textContent]).toEqual([[], expect.stringContaining('no members')]);
  });

  it('offers nobody who cannot be chosen', () => {
    const { fixture, names } = aPicker((fake) => fake.chats.set(rows));
    fixture.componentRef.setInput('without', new Set<UserId>([mira.id]));
    expect(names()).toEqual(['Jonas Nilsen']);
  });

  it('goes on beside whoever is taken out again, and in the field after the last', () => {
    const { fixture, page } = aPicker();
    document.body.append(page);
    fixture.componentRef.setInput('isMany', true);
    fixture.componentRef.setInput('chosen', [mira, jonas]);
    const takeOut = () => {
      fixture.detectChanges();
      const button = page.querySelector<HTMLElement>('.chosen button')!;
      button.focus();
      button.click();
      fixture.detectChanges();
      return document.activeElement;
    };
    expect(takeOut()?.textContent).toContain(jonas.name);
    expect(takeOut()).toBe(page.querySelector('input'));
  });

  it('says how to find people where one has written to nobody yet, and that there is nobody', async () => {
    const { store, page, names, ask } = aPicker();
    expect(names()).toEqual([]);
    expect(page.textContent).toContain('Type a name to find people.');
    store.answer = [];
    await ask('xyz');
    expect(names()).toEqual([]);
    expect(page.textContent).toContain('Nobody of that name');
  });
});
