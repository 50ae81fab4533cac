import type {
  ChatId,
  FoundEverything,
  FoundMessage,
  FoundMessages,
  Message,
  ProblemBody,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { pixel, uploaded } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

const search = async (person: Person, q: string, more = ''): Promise<FoundMessages> => {
  const { status, body } = await person.get(
    `/api/search/messages?q=${encodeURIComponent(q)}${more}`,
  );
  expect(status).toBe(200);
  return body as FoundMessages;
};

const everything = async (person: Person, q: string): Promise<FoundEverything> => {
  const { status, body } = await person.get(`/api/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body as FoundEverything;
};

const textsOf = ({ items }: { readonly items: readonly FoundMessage[] }) =>
  items.map(({ message }) => message.text);

/** What a search finds, once the index has heard of it. */
const finds = (person: Person, q: string, texts: readonly string[]) =>
  eventually(async () => expect(textsOf(await search(person, q))).toEqual(texts));

describe.each(topologies)('people who search, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let eve: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    [ada, bob, eve] = await Promise.all([
      Person.arrive(deployment.url, 'ada'),
      Person.arrive(deployment.url, 'bob'),
      Person.arrive(deployment.url, 'eve'),
    ]);
    chatId = await ada.group('crew', bob);
  });

  afterEach(() => {
    for (const person of [ada, bob, eve]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const say = async (person: Person, ...texts: readonly string[]): Promise<Message[]> => {
    const sent: Message[] = [];
    for (const text of texts) sent.push(await person.send(chatId, text));
    return sent;
  };

  it('find messages with what to mark, what stands beside them, and where they are', async () => {
    await say(ada, 'before it', 'The Überraschung is ready', 'after it');
    await finds(bob, 'uberrasch', ['The Überraschung is ready']);
    const { items, page } = await search(bob, 'uberrasch');
    expect(items[0]).toMatchObject({
      message: { chatId, senderId: ada.id },
      ranges: [{ from: 4, to: 16 }],
      before: { text: 'before it' },
      after: { text: 'after it' },
      chat: { id: chatId, type: 'group', name: 'crew' },
    });
    expect(page).toEqual({ nextCursor: null, hasMore: false });
    const around = `/api/messages/${chatId}?aroundSeq=${items[0]!.message.seq}&limit=1`;
    expect(((await bob.get(around)).body as { items: Message[] }).items).toEqual([
      items[0]!.message,
    ]);
  });

  it('find nothing of a chat that they are not in, nor anything by naming it', async () => {
    await say(ada, 'a secret plan');
    await finds(bob, 'secret', ['a secret plan']);
    expect(textsOf(await search(eve, 'secret'))).toEqual([]);
    expect((await everything(eve, 'crew')).chats).toEqual([]);
    const named = await eve.get(`/api/search/messages?q=secret&chatId=${chatId}`);
    expect(named).toMatchObject({ status: 403, body: { code: 'not_member' } });
    const called = await eve.get('/api/search/messages?q=secret+in:crew');
    expect(called).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
  });

  it('find what was said since they came, and nothing once they are gone', async () => {
    await say(ada, 'early news');
    await ada.post(`/api/chats/${chatId}/members`, { userIds: [eve.id] });
    await say(ada, 'late news');
    await finds(eve, 'news', ['late news']);
    await finds(bob, 'news', ['late news', 'early news']);
    await ada.delete(`/api/chats/${chatId}/members/${eve.id}`);
    await finds(eve, 'news', []);
  });

  it('find edits by their new words, and nothing of what was deleted', async () => {
    const [edited, deleted, hidden] = await say(ada, 'red one', 'red two', 'red three');
    await finds(bob, 'red', ['red three', 'red two', 'red one']);
    await ada.put(`/api/messages/${edited!.id}`, { text: 'blue one' });
    await ada.delete(`/api/messages/${deleted!.id}`);
    await bob.delete(`/api/messages/${hidden!.id}?scope=me`);
    await finds(bob, 'red', []);
    await finds(bob, 'blue', ['blue one']);
    await finds(ada, 'red', ['red three']);
    await finds(bob, 'is:edited', ['blue one']);
  });

  it('say more closely what they look for', async () => {
    const name = ada.profile.username;
    const file = await uploaded(ada, { chatId, name: 'Holiday plan.png', content: pixel });
    await say(ada, 'tea and milk', 'milk and tea https://parley.example');
    await say(bob, `tea for @${name}`);
    await ada.send(chatId, 'look', { fileIds: [file.id] });
    await finds(bob, 'has:image', ['look']);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['"tea and milk"', ['tea and milk']],
      ['tea -has:link from:me', [`tea for @${name}`]],
      [`from:${name} tea`, ['milk and tea https://parley.example', 'tea and milk']],
      [`mentions:${name}`, [`tea for @${name}`]],
      ['has:link', ['milk and tea https://parley.example']],
      ['holiday', ['look']],
      ['in:crew has:file plan', ['look']],
      ['tea before:2020', []],
      ['tea -milk after:2020', [`tea for @${name}`]],
    ];
    for (const [q, texts] of cases) expect([q, textsOf(await search(bob, q))]).toEqual([q, texts]);
  });

  it('mean the days where they are', async () => {
    await say(ada, 'sunrise');
    await finds(bob, 'sunrise', ['sunrise']);
    const { createdAt } = (await search(bob, 'sunrise')).items[0]!.message;
    // A day and two hours ahead of each other: it is never the same day.
    const [east, west] = ['Pacific/Kiritimati', 'Etc/GMT+12'];
    const day = new Intl.DateTimeFormat('sv', { timeZone: east }).format(new Date(createdAt));
    const inZone = async (zone: string) =>
      textsOf(await search(bob, `sunrise on:${day}`, `&timeZone=${encodeURIComponent(zone)}`));
    expect([await inZone(east), await inZone(west)]).toEqual([['sunrise'], []]);
    expect((await bob.get('/api/search/messages?q=tea&timeZone=Nowhere')).status).toBe(422);
  });

  it('go from page to page', async () => {
    const texts = Array.from({ length: 7 }, (_unused, i) => `page ${i}`);
    await say(ada, ...texts);
    await finds(bob, 'page', texts.toReversed());
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: FoundMessages = await search(bob, 'page', `&limit=3&cursor=${cursor}`);
      found.push(...textsOf(answer));
      cursor = answer.page.nextCursor;
    }
    expect(found).toEqual(texts.toReversed());
    expect((await bob.get('/api/search/messages?q=page&cursor=nonsense')).status).toBe(422);
  });

  it('are told where a query is wrong', async () => {
    const issues = async (q: string) => {
      const { status, body } = await ada.get(`/api/search/messages?q=${encodeURIComponent(q)}`);
      expect(status).toBe(422);
      return (body as ProblemBody).params['issues'];
    };
    const at = (offset: number, complaint: string) => [{ path: 'q', offset, complaint }];
    const at4 = (complaint: string) => at(4, complaint);
    expect(await issues('tea "milk')).toMatchObject(at4('unclosed_quote'));
    expect(await issues('tea from:nobody-at-all')).toMatchObject(at(9, 'unknown_person'));
    expect(await issues('tea in:nowhere-at-all')).toMatchObject(at(7, 'unknown_chat'));
    expect(await issues('has:money')).toMatchObject(at4('unknown_has'));
  });

  it('find people, chats, channels, files and messages in one box', async () => {
    const word = `w${Date.now().toString(36)}${ada.id.slice(-4).toLowerCase()}`;
    const channel = await bob.channel(word, { topic: 'anything' });
    const group = await ada.group(`Group ${word}`, bob);
    const about = await ada.group('Somewhere', bob);
    await ada.put(`/api/chats/${about}`, { topic: `All about ${word}` });
    const file = await uploaded(ada, { chatId, name: `${word}.png`, content: pixel });
    await ada.send(chatId, '', { fileIds: [file.id] });
    await say(ada, `about ${word}`);
    await finds(ada, word, [`about ${word}`, '']);
    const found = await everything(ada, word);
    expect(found.chats.map(({ id }) => id).toSorted()).toEqual([group, about].toSorted());
    expect(found.channels.map(({ id }) => id)).toEqual([channel]);
    expect(found.files.map(({ file: { id } }) => id)).toEqual([file.id]);
    expect(textsOf({ items: found.messages })).toEqual([`about ${word}`, '']);
    expect(found.away).toEqual([]);
    const byName = await everything(eve, ada.profile.username);
    expect(byName.people.map(({ id }) => id)).toEqual([ada.id]);
    expect((await everything(eve, word)).files).toEqual([]);
  });
});
