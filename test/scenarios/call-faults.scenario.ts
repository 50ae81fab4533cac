import type { CallId, ChatId, Topology } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import type { Part } from '../../apps/cluster/src/part.js';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { MediaCaller } from '../cluster/media-caller.js';
import { ownerOfPort } from '../cluster/owner-of-port.js';
import { Person } from '../people/person.js';

/** Each process says how it is every few seconds, on a busy machine later. */
const patienceMs = 30_000;

describe('A cluster, while a group talks', () => {
  let ours: ClusterOfTests;
  let olga: Person;
  let people: Person[];
  let chatId: ChatId;
  let callId: CallId;
  let ada: MediaCaller;
  let bob: MediaCaller;
  let carol: MediaCaller;

  beforeAll(async () => {
    // Two of each that a call hangs by; of the others one is as good.
    const replicas = { auth: 1, users: 1, chat: 1, files: 1, notifications: 1 };
    ours = await ClusterOfTests.start({ replicas });
    // The first one owns the workspace.
    olga = await Person.register(ours.url, 'olga');
  }, 120_000);

  afterAll(async () => {
    MediaCaller.identity.close();
    await ours.close();
  }, 60_000);

  /** Ada by the one gateway, the others by the other. */
  beforeEach(async () => {
    const [one, other] = ours.cluster.edgeUrls as [string, string];
    people = [];
    for (const [name, url] of [
      ['ada', one],
      ['bob', other],
      ['carol', other],
    ] as const)
      people.push(await Person.arrive(url, name));
    const [a, b, c] = people as [Person, Person, Person];
    chatId = await a.group('everybody', b, c);
    const call = await a.tell('call_user', { chatId, media: 'audio', deviceId: 'tab-ada' });
    callId = call.callId;
    ada = new MediaCaller(a, 'tab-ada', callId, 1111);
    bob = new MediaCaller(b, 'tab-bob', callId, 2222);
    carol = new MediaCaller(c, 'tab-carol', callId, 3333);
    for (const { line, deviceId } of [bob, carol])
      await line.tell('call_accepted', { callId, deviceId });
    for (const who of [ada, bob, carol]) await who.enter();
    await talking();
  });

  afterEach(async () => {
    for (const who of [ada, bob, carol]) {
      who.leave();
      await who.line.ask('end_call', { callId, deviceId: who.deviceId });
      who.line.leave();
    }
    for (const person of people) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  /** Ada and Bob hear each other. */
  async function talking(): Promise<void> {
    await ada.listenTo(bob.producerId);
    await bob.listenTo(ada.producerId);
    ada.speak('ada');
    bob.speak('bob');
    await hears(bob, 'ada');
    await hears(ada, 'bob');
  }

  /** More than has come until now. */
  async function hears(who: MediaCaller, word: string): Promise<void> {
    const before = who.words.length;
    await eventually(() => {
      expect(who.words.length).toBeGreaterThan(before + 10);
      expect(who.words.at(-1)).toContain(word);
    });
  }

  /** The process of calls in whose room they are. */
  const host = (who = ada): Part => ownerOfPort(who.port, ours.cluster.replicasOf('calls'));

  const restarts = ({ line }: MediaCaller) =>
    line.all('sfu_restarted').filter((news) => news.callId === callId);
  const joined = async ({ line, deviceId }: MediaCaller) =>
    (await line.tell('call_heartbeat', { callId, deviceId })).call.parties
      .filter(({ state }) => state === 'joined')
      .map(({ userId }) => userId)
      .sort();

  it('lets media be when a gateway is killed, and its devices go on by another', async () => {
    const hosting = host();
    await ours.cluster.part('gateway-1').kill();
    await hears(bob, 'ada');
    const back = await ada.line.anotherDevice(ours.url);
    people.push(back);
    await ada.goOn(back);
    await hears(ada, 'bob');
    await ada.pause();
    await bob.line.hears('sfu_producer', (news) => news.callId === callId && news.isPaused);
    expect(await joined(ada)).toEqual([ada, bob, carol].map(({ line }) => line.id).sort());
    expect(host()).toBe(hosting);
    expect([ada, bob].flatMap(restarts)).toEqual([]);
    expect(bob.line.all('sfu_producer_closed')).toEqual([]);
    expect([ada.lost, bob.lost]).toEqual([0, 0]);
    // Each word once, and none was left out.
    const numbers = bob.words.map((word) => Number(word.split(' ')[1]));
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at));
    await ours.cluster.part('gateway-1').start();
  }, 60_000);

  it('opens the room anew where the process that had it is killed', async () => {
    const killed = host();
    await killed.kill();
    carol.leave();
    await eventually(
      () => carol.line.tell('end_call', { callId, deviceId: carol.deviceId }),
      20_000,
    );
    for (const who of [ada, bob]) await who.line.hears('sfu_restarted', (n) => n.callId === callId);
    await ada.enter();
    expect(ada.others).toEqual([]);
    await bob.enter();
    expect(bob.others).toMatchObject([{ userId: ada.line.id, producerId: ada.producerId }]);
    await talking();
    expect(await joined(ada)).toEqual([ada.line.id, bob.line.id].sort());
    expect(host()).not.toBe(killed);
    expect([ada, bob].map((who) => restarts(who).length)).toEqual([1, 1]);
    await killed.start();
  }, 60_000);

  it('moves the room at once when the process that has it drains', async () => {
    const drained = host();
    const since = performance.now();
    const stopped = drained.stop();
    for (const who of [ada, bob]) await who.line.hears('sfu_restarted', (n) => n.callId === callId);
    const told = performance.now();
    // Nobody is refused: there is no lease to wait for.
    await Promise.all([ada.enter(), bob.enter()]);
    await talking();
    const moved = performance.now();
    await stopped;
    expect(await joined(ada)).toHaveLength(3);
    expect(host()).not.toBe(drained);
    expect([ada, bob, carol].map((who) => restarts(who).length)).toEqual([1, 1, 1]);
    const [a, b] = [told - since, moved - told].map(Math.round);
    console.info(`a room that moves: told after ${a} ms, talking ${b} ms later`);
    expect(await hostOfAnother()).toBe(host());
    await drained.start();
  }, 60_000);

  it('leaves the room where it is when its process is told to drain, and puts others elsewhere', async () => {
    const drained = host();
    // By its pid: one that was killed is not known as lost yet, and had this room, too.
    const theProcess = async () => {
      const { processes } = (await olga.get('/api/admin/topology')).body as Topology;
      return processes.find(({ app, pid }) => app === 'calls' && pid === drained.pid)!;
    };
    const { id: processId } = await eventually(async () => {
      const one = await theProcess();
      expect(one.loads.rooms).toBe(1);
      return one;
    }, patienceMs);
    const isDraining = () =>
      eventually(async () => expect((await theProcess()).state).toBe('draining'), patienceMs);
    expect((await olga.post('/api/admin/drain', { processId })).status).toBe(204);
    await isDraining();

    // Whoever is in talks on, and whoever comes back comes into the same room.
    await hears(bob, 'ada');
    await hears(ada, 'bob');
    // It hears of the order with its next beat.
    await eventually(async () => {
      for (let n = 0; n < 3; n++) expect((await hostOfAnother()) === drained).toBe(false);
    }, patienceMs);
    await carol.enter();
    await carol.listenTo(ada.producerId);
    await hears(carol, 'ada');
    expect(host(carol)).toBe(drained);
    expect([ada, bob, carol].flatMap(restarts)).toEqual([]);
    expect([ada.lost, bob.lost]).toEqual([0, 0]);
    const numbers = bob.words.map((word) => Number(word.split(' ')[1]));
    expect(numbers).toEqual(numbers.map((_, at) => numbers[0]! + at));

    expect((await olga.delete(`/api/admin/drain/${processId}`)).status).toBe(204);
    await eventually(
      async () => expect((await hostOfAnother()) === drained).toBe(true),
      patienceMs,
    );
  }, 120_000);

  /** The process in which a new call of others gets its room. */
  async function hostOfAnother(): Promise<Part> {
    const [dan, eve] = [await Person.arrive(ours.url, 'dan'), await Person.arrive(ours.url, 'eve')];
    people.push(dan, eve);
    const call = { chatId: await dan.group('others', eve), media: 'audio' };
    const other = await dan.tell('call_user', { ...call, deviceId: 'tab-dan' });
    const newcomer = new MediaCaller(dan, 'tab-dan', other.callId, 4444);
    await newcomer.enter();
    const found = host(newcomer);
    newcomer.leave();
    await dan.tell('end_call', { callId: other.callId, deviceId: 'tab-dan' });
    return found;
  }
});
