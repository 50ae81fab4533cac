import { problem, UserId } from '@app/contracts';
import { MongoDatabase } from '../mongo/mongo-database.js';
import { noAnswer } from '../rpc/no-answer.js';
import { eventually } from '../testing/eventually.js';
import { HeardDeeds } from '../testing/heard-deeds.js';
import { ManualTime } from '../testing/manual-time.js';
import { freshDatabaseUri } from '../testing/test-database.js';

const ada = { userId: UserId.parse('ada'), role: 'admin' as const };
const deed = { action: 'password.changed', actor: ada } as const;

describe('AuditOutbox', () => {
  let database: MongoDatabase;
  let time: ManualTime;
  let heard: HeardDeeds;

  beforeEach(async () => {
    time = new ManualTime();
    database = new MongoDatabase(freshDatabaseUri());
    heard = new HeardDeeds('things', database, time);
    await database.open();
    heard.outbox.onApplicationBootstrap();
  });

  afterEach(async () => {
    await heard.outbox.onApplicationShutdown();
    await database.close();
  });

  const waiting = () => database.connection.collection('things_deeds').countDocuments();

  it('hands over what was done, in its order, and forgets it then', async () => {
    const origin = { address: '192.0.2.1', userAgent: 'A', requestId: 'r1' };
    await heard.outbox.record({ ...deed, origin });
    await heard.outbox.record({ ...deed, reason: 'Asked to' }, 'refused');
    await eventually(() => expect(heard.all).toHaveLength(2));
    expect(heard.all).toMatchObject([
      { action: 'password.changed', outcome: 'done', origin, at: '2026-01-01T00:00:00.000Z' },
      { actor: { id: 'ada', role: 'admin' }, outcome: 'refused', reason: 'Asked to' },
    ]);
    await eventually(async () => expect(await waiting()).toBe(0));
  });

  it('hands over what was done in one moment in its order, too', async () => {
    const reasons = Array.from({ length: 50 }, (_, n) => `No ${n}`);
    heard.failure = problem('service_unavailable', { service: 'audit' });
    await Promise.all(reasons.map((reason) => heard.outbox.record({ ...deed, reason })));
    heard.failure = undefined;
    await heard.outbox.sweep();
    await eventually(() => expect(heard.all.map(({ reason }) => reason)).toEqual(reasons));
  });

  it('keeps what the log does not take, and tells it when the log is back', async () => {
    heard.failure = problem('service_unavailable', { service: 'audit' });
    await heard.outbox.record(deed);
    await heard.outbox.sweep();
    expect(heard.all).toEqual([]);
    expect(await waiting()).toBe(1);
    heard.failure = undefined;
    time.advance(60_000);
    await eventually(() => expect(heard.briefly).toEqual(['password.changed done']));
  });

  it('tells what a process has left that is gone', async () => {
    heard.failure = problem('service_unavailable', { service: 'audit' });
    await heard.outbox.record(deed);
    await heard.outbox.onApplicationShutdown();
    heard.failure = undefined;
    heard.outbox.onApplicationBootstrap();
    await eventually(() => expect(heard.briefly).toEqual(['password.changed done']));
  });

  it('tells more than it hands over at once', async () => {
    heard.failure = problem('service_unavailable', { service: 'audit' });
    for (let n = 0; n < 205; n++) await heard.outbox.record({ ...deed, reason: `No ${n}` });
    heard.failure = undefined;
    await heard.outbox.sweep();
    await eventually(() => expect(heard.all).toHaveLength(205));
    // Told again is told twice only where a hand-over failed half-way, and none has.
    expect(new Set(heard.all.map(({ reason }) => reason)).size).toBe(205);
  });

  describe('during', () => {
    it('writes the deed down before it is done, and what came of it after that', async () => {
      const result = await heard.outbox.during({ ...deed, before: { n: 1 } }, async (found) => {
        expect(await waiting()).toBe(1);
        expect(heard.all).toEqual([]);
        found({ after: { n: 2 } });
        return 'a result';
      });
      expect(result).toBe('a result');
      await eventually(() => expect(heard.all).toHaveLength(1));
      expect(heard.all[0]).toMatchObject({ outcome: 'done', before: { n: 1 }, after: { n: 2 } });
    });

    it.each([
      ['refused', problem('forbidden')],
      ['unknown', new Error('The database is away')],
      ['unknown', noAnswer('auth')],
    ])('says %s of what ended so, and throws it on', async (outcome, error) => {
      const failing = heard.outbox.during(deed, () => Promise.reject(error));
      await expect(failing).rejects.toBe(error);
      await eventually(() => expect(heard.briefly).toEqual([`password.changed ${outcome}`]));
    });

    it('tells of one that was never heard of again that this is so', async () => {
      const never = new Promise<void>(() => undefined);
      void heard.outbox.during(deed, () => never);
      await eventually(async () => expect(await waiting()).toBe(1));
      await heard.outbox.sweep();
      expect(heard.all).toEqual([]);
      time.advance(120_000);
      await eventually(() => expect(heard.briefly).toEqual(['password.changed unknown']));
    });

    it('tells once more of one that ends after it was given up', async () => {
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      const done = heard.outbox.during(deed, () => ended);
      await eventually(async () => expect(await waiting()).toBe(1));
      time.advance(120_000);
      await eventually(() => expect(heard.all).toHaveLength(1));
      end();
      await done;
      await eventually(() =>
        expect(heard.briefly).toEqual(['password.changed unknown', 'password.changed done']),
      );
      expect(heard.all[0]!.id).not.toBe(heard.all[1]!.id);
    });
  });
});
