import type { Chat, ChatId, User } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { IdleClients } from '../cluster/idle-clients.js';
import { mustKeepTheLaws } from '../cluster/log-laws.js';
import { SteadySenders } from '../cluster/steady-senders.js';
import { Person } from '../people/person.js';

interface Chatted {
  readonly chatId?: ChatId;
}

describe('A cluster, while people send', () => {
  let ours: ClusterOfTests;
  let people: Person[];
  let chatId: ChatId;
  let senders: SteadySenders;
  let ghost: Person;

  beforeAll(async () => {
    // Of those that a message passes there are two; of the others one is as good.
    ours = await ClusterOfTests.start({ replicas: { files: 1, calls: 1, notifications: 1 } });
    people = [];
    for (let n = 0; n < 6; n++) people.push(await Person.arrive(ours.url, 'sender'));
    ghost = await vanish();
  }, 120_000);

  afterAll(async () => {
    for (const person of people) person.leave();
    await ours.close();
  }, 60_000);

  /** Somebody who is online until their gateway is killed, and does not come back. */
  async function vanish(): Promise<Person> {
    const [address] = ours.cluster.edgeUrls as [string, string];
    const gone = await Person.arrive(address, 'ghost');
    gone.socket.io.reconnection(false);
    await eventually(async () => expect(await statusOf(gone)).toBe('online'));
    await ours.cluster.part('gateway-1').kill();
    await ours.cluster.part('gateway-1').start();
    return gone;
  }

  const statusOf = async ({ id }: Person) =>
    ((await people[0]!.get(`/api/users/${id}`)).body as User).status;

  const peopleSend = async () => {
    const [first, ...others] = people as [Person, ...Person[]];
    chatId = await first.group('everybody', ...others);
    senders = new SteadySenders(people, chatId);
    senders.start(12);
    await senders.pass(50);
  };

  const killed = async (name: string) => {
    const part = ours.cluster.part(name);
    await part.kill();
    // Without Redis nothing passes where services are apart.
    await senders.pass(name === 'redis' ? 0 : 60);
    await part.start();
    await senders.pass(60);
    await readOn();
  };

  /** Everybody reads to what was acked last, and then, late, something older. */
  const readOn = async () => {
    const { seq } = senders.acked.at(-1)!.message;
    for (const person of people) {
      for (const to of [seq, seq - 20]) {
        await eventually(() => person.tell('read_message', { chatId, seq: to }), 30_000);
      }
      // Refused while what was killed is coming back; what is told must be right at once.
      const lastReadSeq = await eventually(() => readSeqOf(person), 30_000);
      expect(lastReadSeq).toBeGreaterThanOrEqual(seq);
    }
  };

  async function readSeqOf(person: Person): Promise<number> {
    const { status, body } = await person.get(`/api/chats/${chatId}`);
    expect(status).toBe(200);
    return (body as Chat).lastReadSeq;
  }

  /** Resolves once they are told. */
  async function removed(person: Person): Promise<void> {
    const { id } = person;
    await senders.leaveOut(id);
    await eventually(async () => {
      const { status } = await people[0]!.delete(`/api/chats/${chatId}/members/${id}`);
      if (![200, 204, 404].includes(status)) throw new Error(`remove: ${status}`);
    }, 30_000);
    await person.hears('chat_deleted', (news) => news.chatId === chatId);
  }

  /** Nobody who was told that they are no longer in a chat hears what is said there after that. */
  function mustHaveHeardNothingSince(person: Person): void {
    const ofIt = person.heard.filter(({ payload }) => (payload as Chatted).chatId === chatId);
    const events = ofIt.map(({ event }) => event);
    const told = events.indexOf('chat_deleted');
    expect(events.slice(0, told)).toContain('new_message');
    expect(events.slice(told)).not.toContain('new_message');
  }

  /** Marks that somebody is told of themselves only rise. */
  function mustNeverReadBack(person: Person): void {
    const marks = person.all('read_state').filter((state) => state.chatId === chatId);
    const seqs = marks.map(({ lastReadSeq }) => lastReadSeq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  }

  it('keeps the laws of the log while gateway, chat service, Redis and database are killed', async () => {
    await peopleSend();
    await killed('gateway-1');
    await killed('chat-1');
    const leaver = people.pop()!;
    await removed(leaver);
    await killed('redis');
    await ours.mongo.kill();
    await ours.mongo.restart();
    await senders.pass(50);
    await killed('chat-2');
    await killed('gateway-2');
    while (senders.acked.length < 1000) await senders.pass(50);
    await senders.stop();
    await mustKeepTheLaws(chatId, people, senders.acked);
    mustHaveHeardNothingSince(leaver);
    leaver.leave();
    for (const person of people) mustNeverReadBack(person);
  }, 240_000);

  it('keeps them while a chat service sleeps and wakes up with what it was about to write', async () => {
    await peopleSend();
    for (const name of ['chat-1', 'chat-2', 'chat-1']) {
      ours.cluster.part(name).pause();
      await senders.pass(10);
      ours.cluster.part(name).resume();
      await senders.pass(30);
    }
    await senders.stop();
    await mustKeepTheLaws(chatId, people, senders.acked);
  }, 120_000);

  it('is replaced part by part, and nobody loses or doubles anything', async () => {
    await peopleSend();
    for (const name of ours.cluster.names) {
      const part = ours.cluster.part(name);
      await part.stop();
      await part.start();
      await senders.pass(10);
    }
    await senders.stop();
    await mustKeepTheLaws(chatId, people, senders.acked);
    console.info(`rolling restart: longest interruption ${Math.round(senders.longestPause)} ms`);
  }, 240_000);

  it('gets hundreds of idle clients back whose gateway was killed, and not all at once', async () => {
    const clients = await IdleClients.arrive(ours.url, people, 45);
    const { count } = clients;
    expect(count).toBe(45 * people.length);
    await ours.cluster.part('gateway-2').kill();
    // nginx has spread them over both gateways.
    await eventually(() => {
      expect(clients.returns.length / count).toBeGreaterThan(0.25);
      expect(clients.count).toBe(count);
    }, 60_000);
    await ours.cluster.part('gateway-2').start();
    clients.close();

    const { returns } = clients;
    for (const { tries } of returns) expect(tries).toBeLessThan(5);
    // Of what is spread evenly, half lies between the quartiles, half of the longest wait apart.
    const waits = ascending(returns.map(({ waited }) => waited));
    expect((at(waits, 0.75) - at(waits, 0.25)) / at(waits, 1)).toBeGreaterThan(0.25);
    const times = ascending(returns.map(({ took }) => took));
    console.info(
      `${returns.length} of ${count} clients back: half of them after ${Math.round(at(times, 0.5))} ms, ` +
        `the last after ${Math.round(at(times, 1))} ms, ${Math.max(...returns.map((r) => r.tries))} tries at most`,
    );
  }, 120_000);

  it('takes people for gone whose gateway was killed, once their lease has ended', async () => {
    await eventually(async () => expect(await statusOf(ghost)).toBe('offline'), 70_000);
  }, 80_000);
});

const ascending = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
/** The value that this part of the sorted values does not exceed. */
const at = (sorted: readonly number[], part: number) =>
  sorted[Math.ceil(part * sorted.length) - 1]!;
