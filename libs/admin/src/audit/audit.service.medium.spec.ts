import { UserId, type Actor, type AuditDeed, type AuditEntry } from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { aDeed, AuditBench } from '../testing/audit-bench.js';
import { chained, hashOf } from './entry-hash.js';

const some = (count: number, traits: Partial<AuditDeed> = {}) =>
  Array.from({ length: count }, () => aDeed(traits));

describe('AuditService', () => {
  let bench: AuditBench;
  let admin: Actor;

  beforeEach(async () => {
    bench = await AuditBench.open();
    admin = bench.actor('olga', 'admin');
  });

  afterEach(() => bench.close());

  const verify = () => bench.audit.verify(admin, { after: 0 });
  const all = async (): Promise<AuditEntry[]> =>
    (await bench.audit.read(admin, { after: 0, upTo: 200 })).items;

  describe('append', () => {
    it('keeps all that is told, as it is told, in one chain', async () => {
      const origin = { address: '192.0.2.1', userAgent: 'A', requestId: 'r1' };
      const deed = aDeed({
        origin,
        target: { kind: 'user', id: 'ben' },
        before: { 'a.b': 1, $c: ['x', null] },
        after: { 'a.b': 2 },
        reason: 'Asked to',
      });
      await bench.append(deed, ...some(2));
      const entries = await all();
      expect(entries[0]).toEqual({ ...deed, position: 1, ...hashes });
      expect(entries.map(({ position }) => position)).toEqual([1, 2, 3]);
      expect(await verify()).toMatchObject({ isIntact: true, checked: 3, next: null });
    });

    const hashes = {
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    };

    it('takes what is told again once, beside what is new', async () => {
      const [one, two, three] = some(3) as [AuditDeed, AuditDeed, AuditDeed];
      await bench.append(one, two);
      await bench.append(one, two);
      await bench.append(two, three);
      expect((await all()).map(({ id }) => id)).toEqual([one.id, two.id, three.id]);
    });

    it('goes on from where another process has written to', async () => {
      const other = await AuditBench.open(bench.uri);
      await bench.append(...some(2));
      await other.append(...some(3));
      await bench.append(...some(1));
      expect(await verify()).toMatchObject({ isIntact: true, checked: 6 });
      await other.close();
    });

    it('makes one chain of what many processes write at once, and lose answers of', async () => {
      const uri = freshDatabaseUri();
      const writers = await Promise.all([1, 2, 3].map(() => AuditBench.open(uri)));
      const told = Array.from({ length: 30 }, () => some(3));
      const sent = told.flatMap((deeds, n) => {
        const writer = writers[n % writers.length]!;
        // Each third is told to another writer, too, as by an outbox that has heard no answer.
        const again = n % 3 === 0 ? [writers[(n + 1) % writers.length]!.append(...deeds)] : [];
        return [writer.append(...deeds), ...again];
      });
      await Promise.all(sent);
      const [first] = writers as [AuditBench];
      const reader = first.actor('olga', 'admin');
      expect(await first.audit.verify(reader, { after: 0 })).toMatchObject({
        isIntact: true,
        checked: 90,
      });
      const { items } = await first.audit.read(reader, { after: 0, upTo: 200 });
      const ids = told.flat().map(({ id }) => id);
      expect(items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      await Promise.all(writers.map((writer) => writer.close()));
    });
  });

  describe('verify', () => {
    beforeEach(() => bench.append(...some(9)));

    it.each([
      ['an action', { action: 'password.changed' }],
      ['a time', { at: new Date('2025-01-01') }],
      ['who it was', { actorId: 'eve' }],
      ['what it was about', { details: '{"reason":"nothing"}' }],
      ['its outcome', { outcome: 'refused' }],
    ])('names an entry in which somebody has changed %s', async (_, $set) => {
      await bench.entries.updateOne({ position: 4 }, { $set });
      await bench.entries.updateOne({ position: 7 }, { $set });
      const fault = { position: 4, reason: 'changed' };
      expect(await verify()).toMatchObject({ isIntact: false, checked: 3, fault, next: null });
    });

    it('names an entry that was changed and hashed anew', async () => {
      const { hash: _, ...content } = (await all())[3]!;
      const changed = { ...content, action: 'password.changed' };
      const $set = { action: changed.action, hash: hashOf(changed) };
      await bench.entries.updateOne({ position: 4 }, { $set });
      expect(await verify()).toMatchObject({ fault: { position: 4, reason: 'replaced' } });
    });

    it('names the last entry when it was changed and hashed anew', async () => {
      const { hash: _, ...content } = (await all())[8]!;
      const changed = { ...content, action: 'password.changed' };
      const $set = { action: changed.action, hash: hashOf(changed) };
      await bench.entries.updateOne({ position: 9 }, { $set });
      expect(await verify()).toMatchObject({ fault: { position: 9, reason: 'replaced' } });
    });

    it('names an end that was written anew, whatever was chained to it', async () => {
      const { hash: _, ...content } = (await all())[8]!;
      const changed = { ...content, action: 'password.changed' };
      const hash = hashOf(changed);
      await bench.entries.updateOne({ position: 9 }, { $set: { action: changed.action, hash } });
      await bench.store.insert(chained({ position: 9, hash }, some(1)));
      expect(await verify()).toMatchObject({ fault: { position: 9, reason: 'replaced' } });
      await bench.append(...some(1));
      // Chained to the end that was noted: past what is there, and not to it.
      expect(await verify()).toMatchObject({ fault: { position: 10, reason: 'replaced' } });
    });

    it.each([
      ['the first', 1],
      ['one in the middle', 5],
      ['the last', 9],
    ])('names %s when it is gone', async (_, position) => {
      await bench.entries.deleteOne({ position });
      const fault = { position, reason: 'missing' };
      expect(await verify()).toMatchObject({ checked: position - 1, fault });
    });

    it('still does when the end was cut off and somebody has written after that', async () => {
      await bench.entries.deleteMany({ position: { $gt: 6 } });
      const other = await AuditBench.open(bench.uri);
      await other.append(...some(2));
      await other.close();
      expect(await verify()).toMatchObject({ fault: { position: 7, reason: 'missing' } });
    });

    it('has the further one of two ends that are noted at once as the first', async () => {
      const empty = await AuditBench.open();
      const ends = Array.from({ length: 8 }, (_, n) => ({ position: n + 1, hash: 'f'.repeat(64) }));
      await Promise.all(ends.map((end) => empty.store.noteHead(end)));
      expect(await empty.store.notedHead()).toEqual(ends.at(-1));
      await empty.close();
    });

    it('goes through a log that is longer than what one call reads', async () => {
      for (let n = 0; n < 12; n++) await bench.append(...some(200));
      const first = await verify();
      expect(first).toMatchObject({ isIntact: true, checked: 2000, next: 2000 });
      await bench.entries.updateOne({ position: 2001 }, { $set: { outcome: 'unknown' } });
      const second = await bench.audit.verify(admin, { after: 2000 });
      expect(second).toMatchObject({ fault: { position: 2001, reason: 'changed' }, next: null });
    });
  });

  describe('list', () => {
    const positions = async (query: object) => {
      const { items, page } = await bench.audit.list(admin, { limit: 50, ...query });
      return { found: items.map(({ position }) => position), ...page };
    };

    it('has the newest first, page by page, and what comes meanwhile on none', async () => {
      await bench.append(...some(5));
      const first = await positions({ limit: 2 });
      expect(first).toMatchObject({ found: [5, 4], hasMore: true });
      await bench.append(...some(1));
      const second = await positions({ limit: 2, cursor: first.nextCursor });
      expect(second).toMatchObject({ found: [3, 2] });
      const third = await positions({ limit: 2, cursor: second.nextCursor });
      expect(third).toEqual({ found: [1], hasMore: false, nextCursor: null });
    });

    it('finds what fits: by who, what, to whom and when', async () => {
      const eve = { id: UserId.parse('eve') };
      const target = { kind: 'user', id: 'ben' } as const;
      await bench.append(
        aDeed({ actor: eve, at: '2026-02-01T00:00:00.000Z' }),
        aDeed({ target, at: '2026-02-02T00:00:00.000Z' }),
        aDeed({ action: 'password.changed', target, at: '2026-02-03T00:00:00.000Z' }),
        aDeed({ at: '2026-02-04T00:00:00.000Z' }),
      );
      expect((await positions({ actorId: 'eve' })).found).toEqual([1]);
      expect((await positions({ targetId: 'ben' })).found).toEqual([3, 2]);
      expect((await positions({ action: 'password.changed' })).found).toEqual([3]);
      expect((await positions({ action: 'password.changed', actorId: 'eve' })).found).toEqual([]);
      const time = { from: '2026-02-02T00:00:00.000Z', to: '2026-02-03T00:00:00.000Z' };
      expect((await positions(time)).found).toEqual([3, 2]);
      expect((await positions({ from: time.to })).found).toEqual([4, 3]);
      expect((await positions({ to: time.from, targetId: 'ben' })).found).toEqual([2]);
    });

    it('finds what is far back', async () => {
      await bench.append(aDeed({ action: 'password.changed' }));
      for (let n = 0; n < 8; n++) await bench.append(...some(200));
      expect(await positions({ action: 'password.changed' })).toMatchObject({
        found: [1],
        hasMore: false,
      });
    });

    it('refuses a cursor that is none of its own', async () => {
      await expect(positions({ cursor: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
    });
  });

  it('writes down who has exported it, and how far', async () => {
    await bench.append(...some(2));
    const origin = { address: '192.0.2.1', userAgent: 'A' };
    expect(await bench.audit.openExport(admin, { origin })).toMatchObject({ position: 2 });
    await eventually(() => expect(bench.deeds.all).toHaveLength(1));
    expect(bench.deeds.all[0]).toMatchObject({
      action: 'audit.exported',
      actor: { id: 'olga', role: 'admin' },
      origin,
      after: { upTo: 2 },
    });
  });

  it.each(['moderator', 'member', 'guest', 'bot'] as const)(
    'shows nothing of it to a %s, whatever their token says',
    async (role) => {
      const eve = { ...bench.actor('eve', role), role: 'owner' as const };
      const origin = { address: '', userAgent: '' };
      const tries = [
        () => bench.audit.list(eve, { limit: 50 }),
        () => bench.audit.verify(eve, { after: 0 }),
        () => bench.audit.read(eve, { after: 0, upTo: 1 }),
        () => bench.audit.openExport(eve, { origin }),
      ];
      for (const attempt of tries)
        await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
      await eventually(() => expect(bench.deeds.all).toHaveLength(tries.length));
      const refused = {
        action: 'access.refused',
        outcome: 'refused',
        after: { right: 'readAudit' },
      };
      expect(bench.deeds.all).toEqual(tries.map(() => expect.objectContaining(refused) as unknown));
      expect(bench.deeds.all.at(-1)).toMatchObject({ origin });
    },
  );

  it('writes down a few of many tries, and no more', async () => {
    const eve = bench.actor('eve', 'member');
    for (let n = 0; n < 8; n++)
      await expect(bench.audit.list(eve, { limit: 50 })).rejects.toMatchObject({
        code: 'forbidden',
      });
    await bench.deeds.outbox.sweep();
    expect(bench.deeds.all).toHaveLength(5);
  });

  it('shows nothing of it to an admin who is suspended', async () => {
    bench.suspended.add(admin.userId);
    await expect(bench.audit.list(admin, { limit: 50 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('shows nothing of it to somebody who is no longer there', async () => {
    const gone = { ...admin, userId: UserId.parse('gone') };
    await expect(bench.audit.list(gone, { limit: 50 })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
