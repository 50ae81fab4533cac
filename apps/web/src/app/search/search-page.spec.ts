import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { meet } from '@app/chat-state';
import type { ChatId, DirectoryEntry, FoundEverything, FoundMessage } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { ButtonHarness, EmptyStateHarness, FieldHarness } from '@app/web-ui/testing';
import { aMessage, aRow, jonas, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { ChatWiring } from '../data-access/chat-wiring';
import { SearchPage } from './search-page';

const crew = { id: 'c1' as ChatId, type: 'group', name: 'Release crew' } as const;

const aHit = (seq: number, text = 'Tea at five'): FoundMessage => ({
  message: aMessage({ seq, text }),
  ranges: [{ from: 0, to: 3 }],
  chat: crew,
  before: aMessage({ seq: seq - 1, text: 'When?' }),
});

const aPage = (items: readonly FoundMessage[], nextCursor: string | null = null) => ({
  items,
  page: { nextCursor, hasMore: nextCursor !== null },
});

const nothingElse: FoundEverything = {
  ...{ people: [], chats: [], channels: [], files: [], messages: [], away: [] },
};

const aChannel: DirectoryEntry = {
  ...{ id: 'gen' as ChatId, name: 'tea-lovers', slug: 'tea-lovers', topic: '', memberCount: 4 },
  ...{ isMember: false, visibility: 'public' },
};

type Answer = (path: string, query: Readonly<Record<string, unknown>>) => unknown;

type Inputs = Readonly<Record<string, string | readonly string[]>>;

async function aSearchPage(answer: Answer, inputs: Inputs = {}) {
  const store = new FakeChatStore();
  store.chats.set([aRow()]);
  store.client.state.update((state) => meet(state, [mira, jonas]));
  const asked: (readonly [string, Readonly<Record<string, unknown>>])[] = [];
  const rest = {
    request: (_: string, path: string, { query }: { query: Readonly<Record<string, unknown>> }) => {
      asked.push([path, query]);
      const answered = answer(path, query);
      return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      provideRouter([{ path: '**', children: [] }]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: ChatWiring, useValue: { rest } },
    ],
  });
  const fixture = TestBed.createComponent(SearchPage);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const settle = async () => {
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(250);
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
  };
  await settle();
  const field = await loader.getHarness(FieldHarness);
  const type = async (query: string) => {
    await field.write(query);
    await settle();
  };
  const press = async (name: string | RegExp) => {
    await (await loader.getHarness(ButtonHarness.with({ name }))).click();
    await settle();
  };
  const click = async (selector: string, text: string) => {
    const all = [...page.querySelectorAll<HTMLElement>(selector)];
    all.find((one) => one.textContent.includes(text))!.click();
    await settle();
  };
  const key = (name: string) =>
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    );
  const words = (selector: string) =>
    [...page.querySelectorAll(selector)].map((one) =>
      one.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
  const url = () => TestBed.inject(Router).url;
  return { store, asked, page, loader, field, settle, type, press, click, key, words, url };
}

/** Messages, and nothing else. */
const only =
  (...items: readonly FoundMessage[]): Answer =>
  (path) =>
    path === 'search' ? nothingElse : aPage(items);

const teaEverywhere: Answer = (path) =>
  path === 'search'
    ? { ...nothingElse, people: [jonas], chats: [crew], channels: [aChannel] }
    : aPage([aHit(7), aHit(3)]);

describe('SearchPage', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
  afterEach(() => {
    jest.useRealTimers();
    localStorage.clear();
    document.body.replaceChildren();
  });

  it('asks for the first where an address says a thing twice', async () => {
    const { asked } = await aSearchPage(only(aHit(7)), { q: ['tea', 'milk'], in: ['c1', 'c2'] });
    expect(asked.map(([, { q, chatId }]) => [q, chatId])).toEqual([['tea', 'c1']]);
  });

  it('finds messages with what was looked for and what stands beside, and all else', async () => {
    const { type, words, url } = await aSearchPage(teaEverywhere);
    await type('tea');
    expect(words('app-found-rows .words')).toEqual(['Tea at five', 'Tea at five']);
    expect(words('app-found-rows mark')).toEqual(['Tea', 'Tea']);
    expect(words('app-found-rows .beside')[0]).toBe(`${mira.name}: When?`);
    expect(words('.place span[dir]')).toEqual([jonas.name, 'Release crew', 'tea-lovers']);
    expect(url()).toBe('/search?q=tea');
  });

  it('asks what the address says: where, in which order', async () => {
    const { asked, words } = await aSearchPage(only(aHit(7)), {
      ...{ q: 'tea', in: 'c1', order: 'best' },
    });
    expect(asked).toEqual([
      ['search/messages', expect.objectContaining({ q: 'tea', chatId: 'c1', order: 'best' })],
    ]);
    expect(words('.chip.on')[0]).toContain('Only in Release crew');
    expect(words('app-found-rows .chat')).toEqual([]);
  });

  it('orders anew by the address', async () => {
    const { click, url } = await aSearchPage(only(aHit(7)), { q: 'tea' });
    await click('ui-segments label', 'Best match');
    expect(url()).toContain('order=best');
  });

  it('goes through what was found by arrows, and back into the field', async () => {
    const { type, field, key, page } = await aSearchPage(teaEverywhere);
    await type('tea');
    page.querySelector('input')!.focus();
    const at = () => document.activeElement!.textContent.replaceAll(/\s+/g, ' ').trim();
    key('ArrowDown');
    expect(at()).toContain(jonas.name);
    key('End');
    expect(at()).toContain('Tea at five');
    key('Home');
    expect(at()).toContain(jonas.name);
    key('ArrowUp');
    expect(await field.isFocused()).toBe(true);
  });

  it('opens a person and a channel, and remembers the search by that', async () => {
    const { store, type, click, words, url } = await aSearchPage(teaEverywhere);
    store.answer = 'new';
    await type('tea');
    await click('.place', jonas.name);
    expect([store.callsOf('createDirect'), url()]).toEqual([[[jonas.id]], '/c/new']);
    await click('.place', 'tea-lovers');
    expect([store.callsOf('join'), url()]).toEqual([[['gen']], '/c/gen']);
    await type('');
    expect(words('.kept h2')[0]).toContain('Recent searches');
    expect(words('.again')).toEqual(['tea']);
  });

  it('says at which character the query is wrong, beside the field and to who hears it', async () => {
    const { type, field, asked } = await aSearchPage(only());
    await type('tea has:money');
    expect(await field.getError()).toBe(
      'At character 9: it takes link, file, image, video, audio, voice or reaction.',
    );
    expect([await field.isInvalid(), await field.isTiedToNote()]).toEqual([true, true]);
    expect(asked).toEqual([]);
  });

  it('says what the server says of a name', async () => {
    const issues = [{ path: 'q', message: 'In any words', offset: 4, complaint: 'unknown_person' }];
    const { type, field } = await aSearchPage(
      () => new RequestProblem('validation_failed', 422, { issues }),
    );
    await type('tea from:nobody');
    expect(await field.getError()).toBe('At character 5: there is nobody of this name.');
  });

  it('puts operators in by chips, ready to go on', async () => {
    const { type, click, field, page, words } = await aSearchPage(only());
    await type('tea');
    await click('.chip', 'has:link');
    expect(await field.getValue()).toBe('tea has:link ');
    expect(words('.chip bdi').filter((text) => text === 'has:link')).toHaveLength(1);
    await click('.chip', 'from:');
    expect(await field.getValue()).toBe('tea has:link from:');
    expect(await field.isFocused()).toBe(true);
    expect(page.querySelector('input')!.selectionStart).toBe('tea has:link from:'.length);
  });

  it('shows each operator that it understands as a chip, which takes it out', async () => {
    const { type, click, key, words, field, page, settle } = await aSearchPage(only());
    const tokens = () => words('.token bdi');
    await type('from:mira tea has:money -is:pinned before:2026 "on: it"');
    expect(tokens()).toEqual(['from:mira', '-is:pinned', 'before:2026']);
    await click('.token', '-is:pinned');
    expect(await field.getValue()).toBe('from:mira tea has:money before:2026 "on: it"');
    expect(document.activeElement!.textContent).toContain('before:2026');
    key('Delete');
    await settle();
    key('Backspace');
    await settle();
    expect(await field.getValue()).toBe('tea has:money "on: it"');
    expect([tokens(), document.activeElement]).toEqual([[], page.querySelector('input')]);
  });

  it('keeps a search until it is given up', async () => {
    const { type, press, words, click, field } = await aSearchPage(only(aHit(7)));
    await type('tea has:link');
    await press('Save this search');
    await type('');
    expect(words('.again')).toEqual(['tea has:link']);
    await click('.again', 'tea');
    expect(await field.getValue()).toBe('tea has:link');
    await press('Do not keep this search');
    await type('');
    expect(words('.again')).toEqual([]);
  });

  it('shows more, and says what is missing', async () => {
    const { type, press, words } = await aSearchPage((path, { cursor }) => {
      if (path === 'search') return { ...nothingElse, away: ['people'] };
      const found = cursor === undefined ? aPage([aHit(7)], 'next') : aPage([aHit(3)]);
      return { ...found, isBehind: true };
    });
    await type('tea');
    expect(words('.note')).toEqual([
      'Not everything could be searched just now.',
      'Older messages are still being read for the first time. Some may be missing.',
    ]);
    await press('Show more');
    expect(words('app-found-rows .words')).toHaveLength(2);
    expect(words('.more')).toEqual([]);
  });

  it('says that nothing fits only where nothing does', async () => {
    const file = { id: 'f1', name: 'tea.pdf' };
    const hit = { file, ranges: [{ from: 0, to: 3 }], messageId: 'm7', seq: 7, senderId: mira.id };
    let files: readonly unknown[] = [];
    const { type, loader, words } = await aSearchPage((path) =>
      path === 'search' ? { ...nothingElse, files } : aPage([]),
    );
    await type('coffee');
    const [state] = await loader.getAllHarnesses(EmptyStateHarness);
    expect(await state!.getTitle()).toBe('Nothing fits “coffee”');
    files = [{ ...hit, createdAt: aMessage({ seq: 7 }).createdAt, chat: crew }];
    await type('tea');
    expect(await loader.getAllHarnesses(EmptyStateHarness)).toEqual([]);
    expect(words('app-found-rows .words')).toEqual(['tea.pdf']);
  });
});
