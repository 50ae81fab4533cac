import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { AuthBench, laptop, phone } from '../testing/auth-bench.js';

const minutes = (count: number) => count * 60_000;

describe('Refusals', () => {
  let bench: AuthBench;
  let ada: string;

  beforeEach(async () => {
    bench = await AuthBench.open();
    ada = (await bench.register('ada')).user.id;
    // What was registered is told.
    await eventually(() => expect(bench.deeds.all).toHaveLength(2));
    bench.deeds.all.length = 0;
  });

  afterEach(() => bench.close());

  const fail = async (username: string, device = laptop) => {
    await expect(bench.logIn(username, 'wrong horse', device)).rejects.toThrow();
  };

  /** What the log has, once nothing waits. */
  const told = async () => {
    await bench.refusals.sweep();
    await bench.deeds.outbox.sweep();
    return bench.deeds.all.map(({ target, after }) => ({ target: target?.id, after }));
  };

  it('has one entry at once, and one for all others when their minute is over', async () => {
    for (let name = 0; name < 7; name++) await fail(`nobody${name}`);
    const [first, ...others] = await told();
    expect(first).toEqual({ target: undefined, after: undefined });
    expect(others).toEqual([]);
    bench.time.advance(minutes(2) + 1);
    await eventually(async () => expect(await told()).toHaveLength(2));
    const after = { attempts: 6, since: '2090-01-01T00:00:00.000Z' };
    expect((await told())[1]).toEqual({ target: undefined, after });
    expect(bench.deeds.all[1]).toMatchObject({ outcome: 'refused', origin: laptop });
    bench.time.advance(minutes(2) + 1);
    expect(await told()).toHaveLength(2);
  });

  it('counts for each account, and what was not even tried any more', async () => {
    await fail('ada', phone);
    for (let attempt = 0; attempt < 7; attempt++) await fail('ada');
    await fail('nobody');
    bench.time.advance(minutes(2) + 1);
    await eventually(async () => expect(await told()).toHaveLength(5));
    const since = '2090-01-01T00:00:00.000Z';
    const all = await told();
    expect(all.slice(0, 2)).toEqual([{ target: ada }, { target: ada }]);
    expect(all).toContainEqual({ target: ada, after: { attempts: 4, since } });
    expect(all).toContainEqual({ after: { attempts: 1, since } });
    expect(all).toContainEqual({ after: { attempts: 2, since, isLimited: true } });
  });

  it('has one for all when somebody tries many accounts', async () => {
    for (let one = 0; one < 12; one++) await bench.register(`person${one}`, phone);
    await eventually(() => expect(bench.deeds.all).toHaveLength(24));
    bench.deeds.all.length = 0;
    for (let one = 0; one < 12; one++) await fail(`person${one}`);
    bench.time.advance(minutes(2) + 1);
    await eventually(async () => expect(await told()).toHaveLength(2));
    expect((await told())[1]).toMatchObject({ target: undefined, after: { attempts: 11 } });
  });

  it('asks the database for the same, whether there is such an account or not', async () => {
    const sent: string[] = [];
    const watched = await AuthBench.open({}, `${freshDatabaseUri()}?monitorCommands=true`);
    await watched.register('ada');
    const client = watched.ports.database!.connection.getClient();
    client.on('commandStarted', ({ commandName }) => sent.push(commandName));
    const askedFor = async (username: string) => {
      sent.length = 0;
      await expect(watched.logIn(username, 'wrong horse')).rejects.toThrow();
      return [...sent];
    };
    await askedFor('somebody');
    await watched.deeds.outbox.sweep();
    expect(await askedFor('ada')).toEqual(await askedFor('nobody'));
    expect(await askedFor('ada')).toEqual(['find', 'update']);
    await watched.close();
  });

  it('loses none that are counted while two write the minute down', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await fail('ada');
    bench.time.advance(minutes(2) + 1);
    const other = await AuthBench.open({}, bench.uri);
    await Promise.all([bench.refusals.sweep(), other.refusals.sweep()]);
    await other.close();
    await bench.deeds.outbox.sweep();
    const all = [...bench.deeds.all, ...other.deeds.all];
    expect(new Set(all.map(({ id }) => id)).size).toBe(2);
    const counted = all.filter(({ after }) => after);
    expect(counted[0]).toMatchObject({ target: { id: ada }, after: { attempts: 3 } });
  });
});
