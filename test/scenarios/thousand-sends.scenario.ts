import { createHash, randomUUID } from 'node:crypto';
import type { ChatId, Message } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

const senders = 10;
const sends = 1000;

/** What two members must agree on: order and content, whoever hands it out. */
const hashOf = (log: readonly Message[]): string =>
  createHash('sha256')
    .update(log.map(({ seq, id, text }) => `${seq} ${id} ${text}`).join('\n'))
    .digest('hex');

/**
 * What was heard, each message once: a request that a busy process has not answered in time is
 * taken over by another one, which says again what it finds stored. Clients know it by its `seq`.
 */
function told(heard: readonly Message[]): Message[] {
  const bySeq = new Map<number, Message>();
  for (const message of heard) {
    const before = bySeq.get(message.seq);
    if (before) expect(message).toEqual(before);
    else bySeq.set(message.seq, message);
  }
  return [...bySeq.values()];
}

describe.each(topologies)('a thousand sends at once, %s', (_, start) => {
  let deployment: Deployment;
  let people: Person[];
  let chatId: ChatId;
  let firstSeq: number;

  beforeAll(async () => {
    deployment = await start();
    people = [];
    for (let n = 0; n < senders; n++) people.push(await Person.arrive(deployment.url, 'sender'));
    const [first, ...others] = people as [Person, ...Person[]];
    chatId = await first.group('everybody', ...others);
    firstSeq = (await first.chat(chatId)).headSeq + 1;
  });

  afterAll(async () => {
    for (const person of people) person.leave();
    await deployment.close();
  });

  /** By REST or by socket, repeated at random: the client cannot tell whether it got through. */
  async function sendOne(n: number): Promise<void> {
    const person = people[n % senders]!;
    const message = { chatId, text: `message ${n}`, clientMsgId: randomUUID() };
    const byRest = async () => {
      const { status, body } = await person.post('/api/messages', message);
      if (status === 503) throw new Error('unknown outcome');
      expect([200, 201]).toContain(status);
      return body as Message;
    };
    const bySocket = async () => (await person.tell('send_message', message)).message;
    // An answer of unknown outcome (`service_unavailable`) is repeated, as clients do.
    const tries = Array.from({ length: 1 + (Math.random() < 0.3 ? 1 : 0) }, () =>
      eventually(Math.random() < 0.5 ? byRest : bySocket, 120_000),
    );
    const answers = await Promise.all(tries);
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
  }

  it('get 1 … 1000, once each, and every member saw them in order', async () => {
    await Promise.all(Array.from({ length: sends }, (__, n) => sendOne(n)));

    const log = await people[0]!.log(chatId);
    const texts = log.filter(({ kind }) => kind === 'text');
    expect(log.map(({ seq }) => seq)).toEqual(log.map((__, i) => i + 1));
    expect(texts.map(({ seq }) => seq)).toEqual(texts.map((__, i) => firstSeq + i));
    expect(new Set(texts.map(({ text }) => text)).size).toBe(sends);
    expect(texts).toHaveLength(sends);

    for (const person of people) {
      const heard = () =>
        told(person.all('new_message').filter((m) => m.chatId === chatId && m.kind === 'text'));
      await eventually(() => expect(heard()).toHaveLength(sends), 60_000);
      expect(hashOf(heard())).toBe(hashOf(texts));
      expect(person.complaints).toEqual([]);
    }
  }, 180_000);
});
