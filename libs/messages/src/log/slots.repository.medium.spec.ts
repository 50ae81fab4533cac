import type { ChatId, UserId } from '@app/contracts';
import type { Database } from '@app/platform';
import { freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import { Appender } from './appender.js';
import { LogReader } from './log-reader.js';
import { NO_HEAD, placeDraft, type OpId, type Slot } from './slot.js';
import { SlotsRepository } from './slots.repository.js';
import { draft, slots } from './testing/drafts.js';

let database: Database;
let store: SlotsRepository;

beforeEach(async () => {
  database = new MongoDatabase(freshDatabaseUri());
  store = new SlotsRepository(database);
  await database.open();
});

afterEach(async () => {
  await database.close();
});

const chat = 'chat' as ChatId;
const settled = (ids: Slot['id'][] = [], from = NO_HEAD) =>
  store.settle({ chatId: chat, from, ids });

describe('SlotsRepository', () => {
  it('stores a batch and settles it as it was written', async () => {
    const batch = slots(chat, 1, 3);
    expect(await store.insertInOrder(batch)).toEqual({ stored: 3, end: 'done' });
    expect(await settled([batch[1]!.id])).toEqual({ head: { seq: 3, rev: 3 }, found: [batch[1]] });
  });

  it('stops at the first slot that is taken and leaves no hole', async () => {
    await store.insertInOrder(slots(chat, 1, 3));
    const late = placeDraft(draft({ clientMsgId: 'late' }), 3, 3);
    const outcome = await store.insertInOrder([...slots(chat, 4, 4), late, ...slots(chat, 5, 6)]);
    expect(outcome).toEqual({ stored: 1, end: 'refused' });
    expect((await settled()).head).toEqual({ seq: 4, rev: 4 });
  });

  it('refuses a second message under the same client id', async () => {
    await store.insertInOrder(slots(chat, 1, 1));
    const again = placeDraft(draft({ clientMsgId: 'm1', text: 'other' }), 2, 2);
    expect(await store.insertInOrder([again])).toEqual({ stored: 0, end: 'refused' });
  });

  it('calls a document that the store will never take poison', async () => {
    await database.connection.db!.command({
      collMod: 'messages',
      validator: { text: { $ne: 'bad' } },
    });
    const [good, , after] = slots(chat, 1, 3);
    const bad = placeDraft(draft({ clientMsgId: 'bad', text: 'bad' }), 2, 2);
    expect(await store.insertInOrder([good!, bad, after!])).toEqual({ stored: 1, end: 'poison' });
  });

  it('applies a change once, keeps its former revs taken, and recognizes it', async () => {
    const [before, other] = slots(chat, 1, 2) as [Slot, Slot];
    await store.insertInOrder([before, other]);
    const former = { rev: 1, text: 'hello', at: new Date(1) };
    const change = { opId: 'op1' as OpId, before, patch: { text: 'edited', former } };
    expect(await store.change(change, 2)).toBe('refused');
    expect(await store.change(change, 3)).toBe('stored');
    expect(await store.change(change, 4)).toBe('unmatched');
    const { head, found } = await settled([before.id]);
    expect(head).toEqual({ seq: 2, rev: 3 });
    expect(found[0]).toMatchObject({ text: 'edited', revs: [1, 3], ops: ['op1'], version: 2 });
    const former1 = placeDraft(draft({ clientMsgId: 'm3' }), 3, 1);
    expect(await store.insertInOrder([former1])).toEqual({ stored: 0, end: 'refused' });
    const gone = { opId: 'op2' as OpId, before: found[0]!, patch: { text: '', former: null } };
    expect(await store.history(before.id)).toMatchObject([former]);
    expect(await store.change(gone, 4)).toBe('stored');
    expect(await store.history(before.id)).toEqual([]);
  });

  it('keeps what a message answers and what a system message says', async () => {
    const system = { type: 'member_removed', userId: 'bob' as UserId } as const;
    const replyTo = draft({}).id;
    const said = placeDraft(draft({ kind: 'system', text: '', system, replyTo }), 1, 1);
    await store.insertInOrder([said]);
    expect(await store.find(said.id)).toEqual(said);
  });

  it('leaves the history out of what it reads', async () => {
    const [before] = slots(chat, 1, 1) as [Slot];
    await store.insertInOrder([before]);
    const former = { rev: 1, text: 'hello', at: new Date(1) };
    await store.change({ opId: 'op1' as OpId, before, patch: { text: 'edited', former } }, 2);
    const reads = [
      await store.find(before.id),
      ...(await store.window(chat, 1, 2)),
      ...(await store.winnersOf(chat, [2])),
      ...(await settled([before.id])).found,
    ];
    expect(reads).toHaveLength(4);
    for (const slot of reads) expect(slot).not.toHaveProperty('history');
  });

  it.each([1, 2, 5, 17, 300, 1_500])(
    'finds the end of a log of %i slots from anywhere',
    async (n) => {
      await store.insertInOrder(slots(chat, 1, n));
      const end = { seq: n, rev: n };
      for (const from of [NO_HEAD, { seq: 1, rev: 1 }, { seq: Math.ceil(n / 2), rev: 1 }, end]) {
        expect((await settled([], from)).head).toEqual(end);
      }
    },
  );

  it('reports an engine that is gone as unknown', async () => {
    await database.close();
    expect(await store.insertInOrder(slots(chat, 1, 1))).toEqual({ stored: 0, end: 'unknown' });
    await expect(settled()).rejects.toThrow();
  });
});

describe('LogReader', () => {
  const everything = { visibleFromSeq: 1, limit: 100 };
  const reader = () => new LogReader(store, { headOf: () => undefined, learn: () => undefined });
  const seqs = (list: readonly Slot[]) => list.map(({ seq }) => seq);
  const range = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it.each([
    [{}, [71, 120]],
    [{ beforeSeq: 51 }, [1, 50]],
    [{ beforeSeq: 11 }, [1, 10]],
    [{ beforeSeq: 11, visibleFromSeq: 5 }, [5, 10]],
    [{ afterSeq: 0 }, [1, 50]],
    [{ afterSeq: 0, visibleFromSeq: 30 }, [30, 79]],
    [{ afterSeq: 100 }, [101, 120]],
    [{ aroundSeq: 60 }, [35, 84]],
    [{ aroundSeq: 3 }, [1, 50]],
    [{ aroundSeq: 119 }, [71, 120]],
    [{ aroundSeq: 9_000 }, [71, 120]],
  ])('gives the window %o', async (where, [from, to]) => {
    await store.insertInOrder(slots(chat, 1, 120));
    const page = await reader().page(chat, { ...everything, limit: 50, ...where });
    expect(seqs(page.slots)).toEqual(range(from!, to!));
    expect(page.head).toEqual({ seq: 120, rev: 120 });
  });

  it.each([{ beforeSeq: 1 }, { beforeSeq: 0 }, { afterSeq: 120 }, { afterSeq: 2 ** 52 }])(
    'gives nothing for %o',
    async (where) => {
      await store.insertInOrder(slots(chat, 1, 120));
      expect((await reader().page(chat, { ...everything, ...where })).slots).toEqual([]);
    },
  );

  it('tells what changed, each slot once, up to a rev that is complete', async () => {
    const batch = slots(chat, 1, 120);
    await store.insertInOrder(batch);
    const change = { opId: 'op1' as OpId, before: batch[4]!, patch: { text: 'edited' } };
    await store.change(change, 121);
    const changes = await reader().changes(chat, 118, 100);
    expect(changes).toMatchObject({ toRev: 121, head: { seq: 120, rev: 121 } });
    expect(seqs(changes.slots)).toEqual([119, 120, 5]);
    expect(await reader().changes(chat, 3, 3)).toMatchObject({ toRev: 6 });
    expect(await reader().changes(chat, 500, 3)).toMatchObject({ toRev: 500, slots: [] });
  });

  it('cuts an answer off at a gap that a lagging node shows', async () => {
    const lagging = {
      head: () => Promise.resolve({ seq: 9, rev: 9 }),
      window: () => Promise.resolve([...slots(chat, 1, 4), ...slots(chat, 6, 9)]),
      winnersOf: () => Promise.resolve([...slots(chat, 1, 4), ...slots(chat, 6, 9)]),
    };
    const log = new LogReader(lagging, { headOf: () => undefined, learn: () => undefined });
    expect(seqs((await log.page(chat, everything)).slots)).toEqual([1, 2, 3, 4]);
    const changes = await log.changes(chat, 0, 100);
    expect(changes.toRev).toBe(4);
    expect(seqs(changes.slots)).toEqual([1, 2, 3, 4]);
  });
});

describe('Appender on SlotsRepository', () => {
  it('numbers 1,000 messages of two appenders 1 to 1,000, each acked as stored', async () => {
    const live: Slot[] = [];
    const appender = () => new Appender({ store, publish: (slot) => live.push(slot) });
    const both = [appender(), appender()];
    const sends = Array.from({ length: 1_000 }, (_, i) =>
      both[i % 2]!.append(draft({ clientMsgId: `m${i}` })),
    );
    const seqs = (await Promise.all(sends)).map(({ slot }) => slot.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1));
    expect(live).toHaveLength(1_000);
    for (const one of both) await one.close();
  }, 60_000);

  it('answers a retry with the stored message, refuses other content, at any appender', async () => {
    const first = new Appender({ store, publish: () => undefined });
    const second = new Appender({ store, publish: () => undefined });
    const { slot, isCreated } = await first.append(draft({}));
    expect(isCreated).toBe(true);
    // The second knows the end of the log, and not this message.
    await second.append(draft({ clientMsgId: 'of the second' }));
    for (const one of [first, second]) {
      expect(await one.append(draft({}))).toEqual({ slot, isCreated: false });
      await expect(one.append(draft({ text: 'other' }))).rejects.toMatchObject({
        code: 'idempotency_conflict',
      });
    }
    const change = { opId: 'op1' as OpId, before: slot, patch: { text: 'edited' } };
    expect((await second.change(change)).revs).toEqual([1, 3]);
    // The retry of an edited message is still the same message.
    expect((await first.append(draft({}))).slot.text).toBe('edited');
    await expect(first.change({ ...change, opId: 'op2' as OpId })).rejects.toMatchObject({
      code: 'precondition_failed',
    });
  });
});
