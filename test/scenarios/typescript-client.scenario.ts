import type { ChatId, Message } from '@app/contracts';
import { CutLine } from '@app/platform/testing';
import { anonymous, ConnectionError, isProblem, itemsOf, messagesOf, Parley } from '@parley/client';
import { Live, type Change } from '@parley/client/realtime';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

/** Reads on until a message of this text is new; resolves with what came before, and with it. */
async function readUntil(live: Live, text: string): Promise<Change[]> {
  const read: Change[] = [];
  for (;;) {
    const next = await live.changes.next();
    if (next.done === true) throw new Error(`It ended before ${text}`);
    read.push(next.value);
    if (next.value.kind === 'new_message' && next.value.message.text === text) return read;
  }
}

const seqsOfNew = (changes: readonly Change[]) =>
  changes.filter(({ kind }) => kind === 'new_message').map(({ message }) => message.seq);

describe.each(topologies)('the TypeScript client, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let parley: Parley;

  const logIn = (url: string, { profile, password }: Person) =>
    Parley.logIn({ url, username: profile.username, password });

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.register(deployment.url, 'ada');
    parley = await logIn(deployment.url, ada);
  });

  it('logs in, and exchanges a token that is refused', async () => {
    expect((await parley.api.auth.me()).id).toBe(ada.id);
    const tokens = { accessToken: 'spoilt', refreshToken: ada.refreshToken, expiresAt: Infinity };
    const kept: string[] = [];
    const onTokens = ({ accessToken }: { accessToken: string }) => kept.push(accessToken);
    const resumed = Parley.resume({ url: deployment.url, tokens, onTokens });
    expect((await resumed.api.auth.me()).id).toBe(ada.id);
    expect(kept).toEqual([await resumed.tokens.fresh()]);
  });

  it('takes a token that was made for a program, for REST and for events', async () => {
    const scopes = ['users:read', 'chats:read', 'messages:read', 'events:read'] as const;
    const { token } = await parley.api.tokens.make({ body: { name: 'bot', scopes: [...scopes] } });
    const program = Parley.withToken({ url: deployment.url, token });
    expect((await program.api.auth.me()).id).toBe(ada.id);
    const chatId = await ada.direct(ada);
    const live = await Live.connect(program);
    await expect(program.send({ chatId, text: 'mine' })).rejects.toMatchObject({
      code: 'insufficient_scope',
      params: { scope: 'messages:write' },
    });
    await parley.send({ chatId, text: 'heard' });
    await readUntil(live, 'heard');
    live.close();
    const stranger = Parley.withToken({ url: deployment.url, token: 'spoilt' });
    await expect(stranger.api.auth.me()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('tells what the server refuses, and that there is none', async () => {
    const refusal = await parley.api.chats
      .create({ body: { type: 'channel', name: '' } })
      .catch((error: unknown) => error);
    expect(isProblem(refusal, 'validation_failed') && refusal.params.issues[0]?.path).toBe('name');
    expect(refusal).toMatchObject({ status: 422, requestId: expect.any(String) as string });
    const nobody = anonymous({ url: 'http://127.0.0.1:1' });
    await expect(nobody.about.version()).rejects.toBeInstanceOf(ConnectionError);
  });

  it('reads lists and logs page by page', async () => {
    const group = (name: string) =>
      parley.api.chats.create({ body: { type: 'group', name, memberIds: [ben.id] } });
    const ben = await Person.register(deployment.url, 'ben');
    const { id } = await group('Crew');
    for (const text of ['one', 'two', 'three']) await parley.send({ chatId: id, text });
    const texts: string[] = [];
    for await (const { text } of messagesOf(parley.api, id, 1)) texts.push(text);
    expect(texts).toEqual(['one', 'two', 'three']);
    await group('Crew 2');
    await group('Crew 3');
    const names: string[] = [];
    for await (const { name } of itemsOf((query) => parley.api.chats.list({ query }), 1))
      names.push(name);
    const crews = names.filter((name) => name.startsWith('Crew'));
    expect(crews.toSorted()).toEqual(['Crew', 'Crew 2', 'Crew 3']);
  });

  it('hears each change once and in order, wherever the line is cut', async () => {
    const ben = await Person.register(deployment.url, 'ben');
    const chatId = await ada.group('crew', ben);
    const line = await CutLine.to(deployment.url);
    const live = await Live.connect(await logIn(line.url, ben));
    const say = (n: number) => parley.send({ chatId, text: `number ${n}` });

    const sent: Message[] = [];
    for (let n = 0; n < 5; n++) sent.push((await say(n)) as Message);
    line.cut();
    for (let n = 5; n < 10; n++) sent.push((await say(n)) as Message);
    await parley.api.messages.edit({ path: { id: sent[6]!.id }, body: { text: 'edited' } });
    await parley.api.messages.remove({ path: { id: sent[1]!.id } });
    line.mend();
    for (let n = 10; n < 15; n++) sent.push((await say(n)) as Message);

    // Those of a hole come first, and what was changed in it behind them.
    const read = await readUntil(live, 'number 14');
    sent.push((await say(15)) as Message);
    read.push(...(await readUntil(live, 'number 15')));
    expect(seqsOfNew(read)).toEqual(sent.map(({ seq }) => seq));
    const shown = new Map(read.map(({ message }) => [message.seq, message]));
    const log = (await ben.log(chatId)).slice(1);
    expect([...shown.values()].map(({ seq, rev, text }) => ({ seq, rev, text }))).toEqual(
      log.map(({ seq, rev, text }) => ({ seq, rev, text })),
    );
    live.close();
    line.close();
  });

  it('goes on where an earlier run has stopped', async () => {
    const ben = await Person.register(deployment.url, 'ben');
    const chatId = await ada.group('crew', ben);
    const asBen = await logIn(deployment.url, ben);
    const first = await Live.connect(asBen);
    await parley.send({ chatId, text: 'heard' });
    await readUntil(first, 'heard');
    const from = first.places();
    first.close();

    await parley.send({ chatId, text: 'missed' });
    const direct = await ada.direct(ben);
    await parley.send({ chatId: direct, text: 'for you' });
    const second = await Live.connect(asBen, { from });
    await parley.send({ chatId, text: 'last' });
    const read = [...(await readUntil(second, 'last')), ...(await leftOf(second, direct))];
    const textsIn = (id: ChatId) =>
      read.filter((change) => change.chatId === id).map(({ message }) => message.text);
    expect(textsIn(chatId)).toEqual(['missed', 'last']);
    expect(textsIn(direct)).toContain('for you');
    second.close();
  });

  /** What is told of a chat until its last message, unless that was told already. */
  async function leftOf(live: Live, chatId: ChatId): Promise<Change[]> {
    return live.places()[chatId]?.seq === 2 ? [] : readUntil(live, 'for you');
  }

  it('says and hears what passes', async () => {
    const ben = await Person.arrive(deployment.url, 'ben');
    const chatId = await ada.group('crew', ben);
    const live = await Live.connect(parley);
    await live.ask('join_chat', { chatId });
    const typing = new Promise((resolve) => live.on('user_typing', resolve));
    await ben.tell('typing', { chatId, isTyping: true });
    expect(await typing).toMatchObject({ chatId, userId: ben.id, isTyping: true });
    await expect(live.ask('join_chat', { chatId: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    });
    live.close();
    ben.leave();
  });

  it('ends when its token does', async () => {
    const live = await Live.connect(parley);
    await parley.api.auth.logOut();
    const end = readUntil(live, 'what nobody says');
    await expect(end).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(Live.connect(parley)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
