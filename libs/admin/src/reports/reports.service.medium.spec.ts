import { problem, ReportId, type Actor, type Report, type ReportAct } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ReportsBench } from '../testing/reports-bench.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };
const spam = { category: 'spam' as const };

describe('ReportsService', () => {
  let bench: ReportsBench;
  let moderator: Actor;
  let ada: Actor;
  let bob: Actor;

  beforeEach(async () => {
    bench = await ReportsBench.open();
    moderator = bench.actor('mona', 'moderator');
    [ada, bob] = [bench.actor('ada'), bench.actor('bob')];
  });

  afterEach(() => bench.close());

  const reportOf = (by: Actor, id: string, complaint: object = spam) =>
    bench.reports.reportMessage(by, {
      messageId: bench.messages.get(id)!.id,
      complaint: { ...spam, ...complaint },
    });
  const handle = ({ id }: Pick<Report, 'id'>, act: ReportAct, by = moderator, until?: string) =>
    bench.reports.handle(by, {
      reportId: id,
      act,
      reason: 'Not here',
      origin,
      ...(until !== undefined && { until }),
    });

  describe('a report', () => {
    it('keeps a message as it was when it was reported', async () => {
      const message = bench.said('m1', bob, 'Buy now!');
      await reportOf(ada, 'm1', { comment: 'Again' });
      bench.messages.set('m1', { ...message, text: 'Hello', version: 2 });
      expect(await bench.all(moderator)).toMatchObject([
        {
          state: 'open',
          userId: bob.userId,
          message: { id: 'm1', chatId: 'c1', text: 'Buy now!', fileCount: 0 },
          complaints: [{ userId: ada.userId, category: 'spam', comment: 'Again' }],
          complaintCount: 1,
        },
      ]);
    });

    it('is joined by others, and by each of them once', async () => {
      bench.said('m1', bob, 'Buy now!');
      const [eve, zoe] = [bench.actor('eve'), bench.actor('zoe')];
      await Promise.all([ada, eve, zoe, ada, eve].map((by) => reportOf(by, 'm1')));
      const [report, ...others] = await bench.all(moderator);
      expect(others).toEqual([]);
      const names = report!.complaints.map(({ userId }) => userId);
      expect(names.toSorted()).toEqual(['ada', 'eve', 'zoe']);
      expect(report!.complaintCount).toBe(3);
    });

    it('keeps what the first fifty say, and counts the rest, each once', async () => {
      bench.said('m1', bob, 'Buy now!');
      for (let n = 0; n < 53; n++) await reportOf(bench.actor(`p${n}`), 'm1');
      for (const again of ['p0', 'p52', 'p52']) await reportOf(bench.actor(again), 'm1');
      const [report] = await bench.all(moderator);
      expect(report!.complaints).toHaveLength(50);
      expect(report!.complaintCount).toBe(53);
    });

    it('is refused to who complains in fifty that are open', async () => {
      for (let n = 0; n < 51; n++) bench.said(`m${n}`, bob, 'Buy now!');
      for (let n = 0; n < 50; n++) await reportOf(ada, `m${n}`);
      await expect(reportOf(ada, 'm50')).rejects.toMatchObject({ code: 'rate_limited' });
      const [latest] = await bench.all(moderator);
      await handle(latest!, 'dismiss');
      await reportOf(ada, 'm50');
      expect((await bench.all(moderator))[0]).toMatchObject({ message: { id: 'm50' } });
    });

    it('of a person is another one than that of what they say', async () => {
      bench.said('m1', bob, 'Buy now!');
      await reportOf(ada, 'm1');
      await bench.reports.reportUser(ada, { userId: bob.userId, complaint: spam });
      const reports = await bench.all(moderator);
      expect(reports.map(({ message }) => message?.id)).toEqual([undefined, 'm1']);
    });

    it('is made anew once the former one is closed', async () => {
      bench.said('m1', bob, 'Buy now!');
      await reportOf(ada, 'm1');
      const [first] = await bench.all(moderator);
      await handle(first!, 'dismiss');
      await reportOf(ada, 'm1');
      expect(await bench.all(moderator)).toHaveLength(1);
      expect(await bench.all(moderator, 'closed')).toMatchObject([{ id: first!.id }]);
    });

    it('is made anew also where somebody died over the closing of the former one', async () => {
      bench.said('m1', bob, 'Buy now!');
      await reportOf(ada, 'm1');
      const [first] = await bench.all(moderator);
      const stored = bench.ports.database!.connection.collection('reports');
      await stored.updateOne({ state: 'open' }, { $set: { state: 'closed' } });
      await reportOf(ada, 'm1');
      const [second] = await bench.all(moderator);
      expect(second!.id).not.toBe(first!.id);
      expect(second).toMatchObject({ message: { id: 'm1' }, complaintCount: 1 });
    });

    it('is about nothing of oneself, and nothing that is gone or never was', async () => {
      const message = bench.said('m1', bob, 'Buy now!');
      await expect(reportOf(bob, 'm1')).rejects.toMatchObject({ code: 'forbidden' });
      const myself = bench.reports.reportUser(bob, { userId: bob.userId, complaint: spam });
      await expect(myself).rejects.toMatchObject({ code: 'forbidden' });
      bench.messages.set('m1', { ...message, text: '', deletedAt: message.createdAt });
      await expect(reportOf(ada, 'm1')).rejects.toMatchObject({ code: 'gone' });
      const { userId } = { ...ada, userId: ada.userId.replace('ada', 'nobody') as Actor['userId'] };
      await expect(
        bench.reports.reportUser(ada, { userId, complaint: spam }),
      ).rejects.toMatchObject({ code: 'not_found' });
      expect(await bench.all(moderator)).toEqual([]);
    });
  });

  describe('handle', () => {
    beforeEach(async () => {
      bench.said('m1', bob, 'Buy now!');
      await reportOf(ada, 'm1');
    });

    it.each([
      ['dismiss', []],
      ['delete_message', ['mona erased m1']],
      ['warn', ['mona warned bob: Not here']],
      ['mute', ['mona muted bob until 2090-02-01T00:00:00.000Z: Not here']],
      ['ban', ['mona suspended bob: Not here']],
    ] as const)('does what %s says, and closes the report', async (act, asked) => {
      const [report] = await bench.all(moderator);
      const until = act === 'mute' ? '2090-02-01T00:00:00.000Z' : undefined;
      const closed = await handle(report!, act, moderator, until);
      expect(closed).toMatchObject({
        state: 'closed',
        outcome: { act, reason: 'Not here', by: moderator.userId },
      });
      expect(bench.asked).toEqual(asked);
      expect(await bench.all(moderator)).toEqual([]);
      await eventually(() => expect(bench.deeds.briefly).toEqual(['report.handled done']));
      expect(bench.deeds.all[0]).toMatchObject({
        actor: { id: 'mona', role: 'moderator' },
        target: { kind: 'report', id: report!.id },
        origin,
        before: { userId: 'bob', messageId: 'm1' },
        after: { act },
        reason: 'Not here',
      });
    });

    it.each([
      ['dismiss', ''],
      ['ban', ''],
      ['delete_message', 'Buy now!'],
    ] as const)('by %s leaves of the text %j, and keeps it for half a year', async (act, text) => {
      const [report] = await bench.all(moderator);
      await handle(report!, act);
      const [closed] = await bench.all(moderator, 'closed');
      expect(closed!.message).toEqual({ ...report!.message, text });
      const stored = bench.ports.database!.connection.collection('reports');
      const { expiresAt } = (await stored.findOne({ state: 'closed' }))!;
      const at = Date.parse(closed!.outcome!.at);
      expect(expiresAt).toEqual(new Date(at + 180 * 24 * 3_600_000));
    });

    it('leaves it open when that was refused', async () => {
      const [report] = await bench.all(moderator);
      bench.failure = problem('forbidden');
      await expect(handle(report!, 'ban')).rejects.toMatchObject({ code: 'forbidden' });
      expect(await bench.all(moderator)).toHaveLength(1);
      await eventually(() => expect(bench.deeds.briefly).toEqual(['report.handled refused']));
    });

    it('is done once', async () => {
      const [report] = await bench.all(moderator);
      const both = await Promise.allSettled([
        handle(report!, 'dismiss'),
        handle(report!, 'dismiss'),
      ]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await bench.deeds.outbox.sweep();
      expect(bench.deeds.briefly.filter((deed) => deed.endsWith('done'))).toHaveLength(1);
      await expect(handle(report!, 'ban')).rejects.toMatchObject({
        code: 'conflict',
        params: { field: 'state' },
      });
    });

    it('says that a message was deleted, also where the report was dismissed meanwhile', async () => {
      const [report] = await bench.all(moderator);
      const other = bench.actor('otto', 'moderator');
      bench.meanwhile = () => handle(report!, 'dismiss', other);
      await expect(handle(report!, 'delete_message')).rejects.toMatchObject({ code: 'conflict' });
      expect(bench.asked).toEqual(['mona erased m1']);
      await eventually(() => expect(bench.deeds.all).toHaveLength(2));
      const acts = bench.deeds.all.map(({ outcome, after }) => ({ outcome, ...after }));
      expect(acts).toContainEqual({ outcome: 'done', act: 'delete_message' });
      expect(acts).toContainEqual({ outcome: 'done', act: 'dismiss' });
    });

    it('deletes no message of a report that is about none, and knows none that is not', async () => {
      await bench.reports.reportUser(ada, { userId: bob.userId, complaint: spam });
      const [report] = await bench.all(moderator);
      await expect(handle(report!, 'delete_message')).rejects.toMatchObject({
        code: 'validation_failed',
      });
      const none = { id: ReportId.parse('0'.repeat(26)) };
      await expect(handle(none, 'dismiss')).rejects.toMatchObject({ code: 'not_found' });
    });

    it('is not for who is reported', async () => {
      const other = bench.actor('otto', 'moderator');
      bench.said('m2', moderator, 'Buy mine!');
      await reportOf(ada, 'm2');
      const [report] = await bench.all(moderator);
      await expect(handle(report!, 'dismiss')).rejects.toMatchObject({ code: 'forbidden' });
      expect(await handle(report!, 'dismiss', other)).toMatchObject({ state: 'closed' });
    });

    it('is for moderators, and so is the list', async () => {
      const [report] = await bench.all(moderator);
      await expect(handle(report!, 'dismiss', ada)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(bench.all(ada)).rejects.toMatchObject({ code: 'forbidden' });
      bench.suspended.add(moderator.userId);
      await expect(handle(report!, 'dismiss')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(bench.all(moderator)).rejects.toMatchObject({ code: 'forbidden' });
    });
  });

  it('lists the newest first, page by page', async () => {
    for (const name of ['u1', 'u2', 'u3']) {
      const { userId } = bench.actor(name);
      await bench.reports.reportUser(ada, { userId, complaint: spam });
    }
    const query = { state: 'open' as const, limit: 2 };
    const first = await bench.reports.list(moderator, query);
    expect(first.items.map(({ userId }) => userId)).toEqual(['u3', 'u2']);
    const cursor = first.page.nextCursor!;
    const second = await bench.reports.list(moderator, { ...query, cursor });
    expect(second.items.map(({ userId }) => userId)).toEqual(['u1']);
    expect(second.page).toEqual({ nextCursor: null, hasMore: false });
  });
});
