import { Elsewhere } from '../replicas/elsewhere.js';
import { eventually } from '../testing/eventually.js';
import { PartitionShare } from './partition-share.js';
import { RedisStreamClient } from './redis-stream.client.js';
import { streamOfReplica } from './rpc-stream.js';
import { EchoStage, type Replica } from './testing/echo-stage.js';

const unavailable = { code: 'service_unavailable' };

describe('Work that only one replica can do', () => {
  let stage: EchoStage;

  beforeAll(async () => (stage = await EchoStage.start()));
  afterAll(() => stage.stop());
  beforeEach(() => stage.open());
  afterEach(() => stage.close());

  const connect = () => stage.connect();
  const serve: EchoStage['serve'] = (...given) => stage.serve(...given);
  const say: EchoStage['say'] = (...given) => stage.say(...given);

  /** Whoever is asked leaves it to the one. */
  async function two(): Promise<{ one: Replica; other: Replica }> {
    const one = serve();
    const other = serve(() => Promise.reject(elsewhere(one)));
    await acquainted(one, other);
    return { one, other };
  }
  const elsewhere = ({ replicas }: Replica) => new Elsewhere(replicas.own);
  const seen = (...all: Replica[]) =>
    all.flatMap(({ replicas }) => all.map((who) => replicas.has(who.replicas.own)));
  /** They have shared out the keys by then. */
  const acquainted = (one: Replica, other: Replica) =>
    eventually(() => expect(seen(one, other)).toEqual([true, true, true, true]));

  it('passes a request on to it', async () => {
    const { one, other } = await two();
    const calls = Array.from({ length: 24 }, (_, n) => ({ n }));

    // One that a busy machine keeps from renewing (`staleMs`) is not there for a while.
    await eventually(async () => {
      for (const { executed } of [one, other]) executed.length = 0;
      const said = await Promise.allSettled(calls.map((call) => say(call, `key ${call.n}`)));

      expect(said).toEqual(calls.map((value) => ({ status: 'fulfilled', value })));
      expect(new Set(one.executed)).toEqual(new Set(calls));
      expect(one.executed).toHaveLength(24);
      expect(other.executed.length).toBeGreaterThan(0);
    });
  });

  it('passes nothing on for which nobody waits any more', async () => {
    const one = serve();
    const gate = Promise.withResolvers();
    const other = serve(() => gate.promise.then(() => Promise.reject(elsewhere(one))));
    await acquainted(one, other);
    const hastyMs = 1500;
    const hasty = new RedisStreamClient(connect(), hastyMs);
    await hasty.connect();
    const keys = Array.from({ length: 24 }, (_, n) => `key ${n}`);
    // One that a busy machine keeps from renewing (`staleMs`) has no share for a while.
    let round = 0;
    await eventually(async () => {
      round++;
      await Promise.allSettled(keys.map((key) => say({ early: key, round }, key, hasty)));
      expect(other.executed.length).toBeGreaterThan(0);
    });
    const held = other.executed.map((call) => JSON.stringify(call));
    // Their time began when they arrived, which may be later than when they were sent.
    const heldAt = performance.now();
    await eventually(() => expect(performance.now() - heldAt).toBeGreaterThan(hastyMs));
    gate.resolve(undefined);
    // They come by the same way, after what may have been passed on before.
    await Promise.all(keys.map((key) => eventually(() => say({ late: key }, key))));
    hasty.close();
    const done = one.executed.map((call) => JSON.stringify(call));
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter((call) => done.includes(call))).toEqual([]);
  });

  it('makes no stream for ever of a replica that leaves while it is passed on to', async () => {
    const has = jest.spyOn(PartitionShare.prototype, 'has').mockResolvedValueOnce(true);
    serve(() => Promise.reject(new Elsewhere('that has left')));
    const said = Promise.allSettled([say({}, 'a key')]);
    const [{ commands }, stream] = [connect(), streamOfReplica('echo', 'that has left')];
    await eventually(async () => expect(await commands.ttl(stream)).toBeGreaterThan(0));
    has.mockRestore();
    stage.client.close();
    await said;
  });

  it('says that it cannot be had where there is no such replica', async () => {
    serve(() => Promise.reject(new Elsewhere('of yesterday')));
    await expect(say({})).rejects.toMatchObject(unavailable);
  });

  it('passes nothing on twice', async () => {
    const all: Replica[] = [];
    const next = (own: Replica) => all[(all.indexOf(own) + 1) % all.length]!;
    for (let n = 0; n < 2; n++) {
      const own: Replica = serve(() => Promise.reject(elsewhere(next(own))));
      all.push(own);
    }
    await acquainted(all[0]!, all[1]!);

    // One that is not there for a while is not passed on to.
    await eventually(async () => {
      for (const { executed } of all) executed.length = 0;
      await expect(say({}, 'a key')).rejects.toMatchObject(unavailable);

      expect(all.map(({ executed }) => executed)).toEqual([[{}], [{}]]);
    });
  });

  it('knows who is there, and that it is none of them when Redis is away', async () => {
    const { one, other } = await two();
    await stage.process.stop();
    await eventually(() => expect(seen(one, other)).toEqual([false, false, false, false]));
    await stage.process.restart();
    await acquainted(one, other);
    await other.close();
    await eventually(() => expect(seen(one, other).slice(0, 2)).toEqual([true, false]));
  });
});
