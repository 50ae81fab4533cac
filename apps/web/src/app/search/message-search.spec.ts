import { TestBed } from '@angular/core/testing';
import type { ChatId, FoundFile, FoundMessage } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { RequestProblem } from '@app/web-session';
import { aMessage } from '../chats/testing/builders';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { MessageSearch } from './message-search';

type Asked = readonly [path: string, query: Readonly<Record<string, unknown>>];

const found = (id: string) => ({ message: { id } }) as FoundMessage;
const aPage = (ids: readonly string[], nextCursor: string | null = null) => ({
  items: ids.map(found),
  page: { nextCursor, hasMore: nextCursor !== null },
});

function aSearch(answer: (path: string, query: Asked[1]) => unknown) {
  const asked: Asked[] = [];
  let tell = (_: ConnectionNews): void => undefined;
  const connection = { listen: (listener: typeof tell) => ((tell = listener), () => undefined) };
  const rest = {
    request: (_: string, path: string, { query }: { query: Asked[1] }) => {
      asked.push([path, query]);
      const answered = answer(path, query);
      return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      MessageSearch,
      { provide: ChatWiring, useValue: { rest } },
      { provide: ChatClient, useValue: { connection } },
    ],
  });
  const search = TestBed.inject(MessageSearch);
  const type = async (query: string) => {
    search.query.set(query);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(250);
  };
  const ids = () => search.messages.items().map(({ message }) => message.id as string);
  const paths = () => asked.map(([path]) => path);
  const hear = (name: string, event: object) =>
    tell({ kind: 'event', name, event } as ConnectionNews);
  return { search, asked, type, ids, paths, hear };
}

describe('MessageSearch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks nothing until something is typed, and then for messages and all else', async () => {
    const { type, ids, paths, asked } = aSearch((path) =>
      path === 'search' ? { people: [] } : aPage(['m1']),
    );
    await type('');
    expect(paths()).toEqual([]);
    await type('tea');
    expect(paths().toSorted()).toEqual(['search', 'search/messages']);
    const query = asked.find(([path]) => path === 'search/messages')![1];
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    expect(query).toMatchObject({ q: 'tea', order: 'newest', timeZone });
    expect(ids()).toEqual(['m1']);
  });

  it('asks for messages alone with operators, and in one chat', async () => {
    const { type, paths, search } = aSearch(() => aPage([]));
    await type('from:ada');
    search.chatId.set('c1' as ChatId);
    await type('tea');
    expect(new Set(paths())).toEqual(new Set(['search/messages']));
  });

  it('says where a query is wrong without asking, and forgets it when it is right', async () => {
    const { type, paths, search } = aSearch(() => aPage([]));
    await type('tea "milk');
    expect(search.complaint()).toEqual({ complaint: 'unclosed_quote', place: 5 });
    expect(paths()).toEqual([]);
    await type('tea "milk"');
    expect(search.complaint()).toBeNull();
  });

  it('says from where on a query is too long, as that of a link may be', async () => {
    const { type, paths, search } = aSearch(() => aPage([]));
    await type('tea '.repeat(100) + 'x');
    expect(search.complaint()).toEqual({ complaint: 'too_long', place: 401 });
    expect(paths()).toEqual([]);
  });

  it('says what only the server knows to be wrong', async () => {
    const issues = [{ path: 'q', message: 'In any words', offset: 4, complaint: 'unknown_person' }];
    const { type, search } = aSearch(
      () => new RequestProblem('validation_failed', 422, { issues }),
    );
    await type('tea from:nobody');
    expect(search.complaint()).toEqual({ complaint: 'unknown_person', place: 5 });
    expect(search.messages.problem()).toBe('');
  });

  it('counts characters of what was typed as a person does', async () => {
    const issues = [{ path: 'q', message: 'Words', offset: 16, complaint: 'unknown_person' }];
    const { type, search } = aSearch(
      () => new RequestProblem('validation_failed', 422, { issues }),
    );
    await type('🇫🇮 👩‍👩‍👧 has:tea');
    expect(search.complaint()).toEqual({ complaint: 'unknown_has', place: 9 });
    await type('  🇫🇮 👩‍👩‍👧 x from:nobody');
    expect(search.complaint()).toEqual({ complaint: 'unknown_person', place: 9 });
  });

  it('says nothing of a query that was given up, however late it hears of it', async () => {
    let refuse = (_: Error): void => undefined;
    const issues = [{ path: 'q', message: 'Words', offset: 0, complaint: 'unknown_person' }];
    const { type, search, ids } = aSearch((_, { q }) =>
      q === 'from:ad' ? new Promise((__, reject) => (refuse = reject)) : aPage(['m1']),
    );
    await type('from:ad');
    await type('from:ada');
    refuse(new RequestProblem('validation_failed', 422, { issues }));
    await jest.advanceTimersByTimeAsync(0);
    expect([search.complaint(), ids()]).toEqual([null, ['m1']]);
  });

  it('has other refusals in words', async () => {
    const issues = [{ path: 'q', message: 'Too long' }];
    const { type, search } = aSearch((_, { q }) =>
      q === 'tea has:link'
        ? new RequestProblem('internal', 500, {})
        : new RequestProblem('validation_failed', 422, { issues }),
    );
    for (const query of ['tea has:link', 'tea has:file']) {
      await type(query);
      expect(search.messages.problem()).not.toBe('');
      expect(search.complaint()).toBeNull();
    }
  });

  it('shows on nothing that is deleted, hidden or out of reach, and what is edited as it is', async () => {
    const chat = { id: 'c1' as ChatId };
    const hit = (seq: number) => ({
      message: aMessage({ seq, text: `Tea ${seq}` }),
      ranges: [{ from: 0, to: 3 }],
      chat,
      before: aMessage({ seq: seq - 1, text: 'Before' }),
    });
    const files = [2, 6].map((seq) => ({ chat, seq }) as FoundFile);
    const { search, type, hear } = aSearch((path) =>
      path === 'search' ? { files } : { ...aPage([]), items: [2, 4, 6].map(hit) },
    );
    await type('tea');
    const shown = () =>
      search.messages
        .items()
        .map(({ message, ranges, before }) => [message.text, ranges.length, before?.text]);
    hear('message_deleted', aMessage({ seq: 6, text: '' }));
    expect(search.others()?.files.map(({ seq }) => seq)).toEqual([2]);
    hear('message_edited', aMessage({ seq: 4, text: 'Coffee' }));
    hear('message_edited', aMessage({ seq: 1, text: 'Long before' }));
    expect(shown()).toEqual([
      ['Tea 2', 1, 'Long before'],
      ['Coffee', 0, 'Before'],
    ]);
    hear('message_hidden', { chatId: 'c1', seq: 1 });
    hear('message_hidden', { chatId: 'c1', seq: 4 });
    hear('chat_deleted', { chatId: 'c2' });
    expect(shown()).toEqual([['Tea 2', 1, undefined]]);
    hear('chat_deleted', { chatId: 'c1' });
    expect([shown(), search.others()?.files]).toEqual([[], []]);
  });

  it('goes on over pages with nothing on them', async () => {
    const { type, ids, search, asked } = aSearch((_, { cursor }) =>
      cursor === undefined ? aPage([], 'a') : cursor === 'a' ? aPage(['m1'], 'b') : aPage(['m2']),
    );
    await type('tea has:link');
    expect(ids()).toEqual(['m1']);
    await search.messages.more();
    expect(ids()).toEqual(['m1', 'm2']);
    expect(asked.map(([, { cursor }]) => cursor)).toEqual([undefined, 'a', 'b']);
  });
});
