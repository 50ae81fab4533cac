import type { ChatId, Message } from '@app/contracts';
import { CutLine } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { PythonScript } from '../processes/python-program.js';
import { topologies, type Deployment } from '../topologies/index.js';

/** What `listener.py` says. */
interface Said {
  readonly places?: Readonly<Record<ChatId, readonly number[]>>;
  readonly kind?: string;
  readonly message?: Message;
  readonly place?: readonly number[];
  readonly typing?: unknown;
  readonly problem?: string;
  readonly params?: unknown;
}

const tells = (text: string) => (said: Said) =>
  said.kind === 'new_message' && said.message?.text === text;
const isReady = (said: Said) => said.places !== undefined;

const newSeqs = (said: readonly Said[]) =>
  said.filter(({ kind }) => kind === 'new_message').map(({ message }) => message!.seq);

describe.each(topologies)('the Python client, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let ben: Person;
  let chatId: ChatId;
  const scripts: PythonScript[] = [];

  /** A Python program of somebody, which follows their chats. */
  async function listenAs({ token }: Person, url = deployment.url, since = {}) {
    const settings = { PARLEY_URL: url, PARLEY_TOKEN: token, SINCE: JSON.stringify(since) };
    const script = await PythonScript.start('people/listener.py', settings);
    scripts.push(script);
    return script;
  }

  const say = (n: number) => ada.send(chatId, `number ${n}`);

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.register(deployment.url, 'ben');
    chatId = await ada.group('crew', ben);
  });

  afterEach(() => {
    for (const script of scripts.splice(0)) script.stop();
    ada.leave();
  });

  it('hears each change once and in order, wherever the line is cut', async () => {
    const line = await CutLine.to(deployment.url);
    const listener = await listenAs(ben, line.url);
    await listener.says(isReady);

    const sent: Message[] = [];
    for (let n = 0; n < 5; n++) sent.push(await say(n));
    line.cut();
    for (let n = 5; n < 10; n++) sent.push(await say(n));
    await ada.put(`/api/messages/${sent[6]!.id}`, { text: 'edited' });
    await ada.delete(`/api/messages/${sent[1]!.id}`);
    line.mend();
    for (let n = 10; n < 15; n++) sent.push(await say(n));

    // Those of a hole come first, and what was changed in it behind them.
    const said = await listener.says(tells('number 14'));
    sent.push(await say(15));
    said.push(...(await listener.says(tells('number 15'))));
    expect(newSeqs(said)).toEqual(sent.map(({ seq }) => seq));
    const shown = new Map(said.map(({ message }) => [message!.seq, message!]));
    const log = (await ben.log(chatId)).slice(1);
    expect([...shown.values()].map(({ seq, rev, text }) => ({ seq, rev, text }))).toEqual(
      log.map(({ seq, rev, text }) => ({ seq, rev, text })),
    );
    line.close();
  });

  it('goes on where an earlier run was killed', async () => {
    const first = await listenAs(ben);
    await first.says(isReady);
    await ada.send(chatId, 'heard');
    const { place } = (await first.says(tells('heard'))).at(-1)!;
    first.stop();

    await ada.send(chatId, 'missed');
    const direct = await ada.direct(ben);
    await ada.send(direct, 'for you');
    const second = await listenAs(ben, deployment.url, { [chatId]: place });
    await ada.send(chatId, 'last');
    const said = await second.says(tells('last'));
    const isDirectTold = said.some(tells('for you'));
    if (!isDirectTold) await second.says(tells('for you'));
    const texts = said.filter(({ message }) => message?.chatId === chatId);
    expect(texts.map(({ message }) => message!.text)).toEqual(['missed', 'last']);
  });

  it('hears what passes, and ends when its token does', async () => {
    const { body } = await ada.post('/api/users/me/tokens', {
      name: 'listener',
      scopes: ['users:read', 'chats:read', 'messages:read', 'events:read'],
    });
    const made = body as { id: string; token: string };
    const listener = await listenAs(ada.withToken(made.token));
    await listener.says(isReady);
    await ben.connect();
    await ben.tell('typing', { chatId, isTyping: true });
    const [{ typing }] = (await listener.says((said: Said) => said.typing !== undefined)) as [Said];
    expect(typing).toMatchObject({ chatId, userId: ben.id, isTyping: true });
    await ada.delete(`/api/users/me/tokens/${made.id}`);
    const [end] = (await listener.says((said: Said) => said.problem !== undefined)) as [Said];
    expect(end.problem).toBe('unauthenticated');
    ben.leave();
  });

  it('is told which scope a token lacks', async () => {
    const scopes = { name: 'reader', scopes: ['users:read', 'chats:read'] };
    const { body } = await ada.post('/api/users/me/tokens', scopes);
    const listener = await listenAs(ada.withToken((body as { token: string }).token));
    expect(await listener.says(() => true)).toEqual([
      { problem: 'insufficient_scope', params: { scope: 'events:read' } },
    ]);
  });
});
