import { chatRoom, FileId, RetentionApi, type Actor, type Chat, type Fact } from '@app/contracts';
import { Database, JobQueue, pageInfo } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { moduleActor } from '../module-actor.js';
import { SpecialSlotsRepository } from '../special-slots.repository.js';
import { ChatsBench } from '../testing/chats-bench.js';
import { ExpiryRound } from './expiry-round.js';
import { KeptChatsRepository } from './kept-chats.repository.js';
import { expireMessages, RetentionJobs, sweepExpiry } from './retention-jobs.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';

describe('Retention', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;
  let emptied: Fact<'chat.emptied'>[];

  beforeEach(async () => {
    bench = await ChatsBench.open();
    [ada, ben] = [bench.person('ada'), bench.person('ben')];
    emptied = [];
    const handle = (fact: Fact<'chat.emptied'>) => void emptied.push(fact);
    bench.facts.subscribe({ module: 'spec', name: 'chat.emptied', handle });
    // What every process begins with at its start.
    await runEnds();
    await eventually(async () => {
      const done = { name: sweepExpiry.name, state: 'done' };
      expect(await collection('jobs').countDocuments(done)).toBeGreaterThanOrEqual(1);
    });
  });

  afterEach(() => bench.close());

  const collection = (name: string) => bench.app.get(Database).connection.db!.collection(name);
  const retention = () => bench.app.get(RetentionApi);

  /** A group of so many messages by Ada, which mention Ben; the first `old` are 31 days old. */
  async function aged(count: number, old: number): Promise<Chat> {
    const chat = await bench.group(ada, ben);
    for (let n = 1; n <= count; n++) await bench.log.say(ada, chat.id, `Secret ${n} for @ben`);
    await bench.get(ben, chat);
    bench.log.age(chat.id, 1 + old, 31);
    return chat;
  }

  async function runEnds() {
    return eventually(async () => {
      const { run } = await retention().last(moduleActor, {});
      expect(run?.state).toBe('done');
      return run!;
    });
  }

  async function purged(days: number | null) {
    await bench.settings.set({ retentionDays: days }, bench.facts);
    await retention().purge(moduleActor, {});
    return runEnds();
  }

  async function textsOf(chat: Chat): Promise<string[]> {
    const { items } = await bench.log.slotsBehind(ada, {
      chatId: chat.id,
      afterSeq: 0,
      limit: 100,
    });
    return items.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  }

  const record = ({ id }: Chat) => collection('chats').findOne({ _id: id });

  it('takes what is too old from sight and from the log, and leaves its places', async () => {
    const chat = await aged(5, 3);
    const before = await bench.log.heads(ada, { chatIds: [chat.id] });
    const forgetting: Fact<'chat.changed'>[] = [];
    const handle = (fact: Fact<'chat.changed'>) => void forgetting.push(fact);
    bench.facts.subscribe({ module: 'spec', name: 'chat.changed', handle });
    const run = await purged(30);

    expect(run).toMatchObject({ chats: 1, messages: 3, files: 0, bytes: 3 * 17 });
    expect(await textsOf(chat)).toEqual(['', '', '', 'Secret 4 for @ben', 'Secret 5 for @ben']);
    expect(await bench.log.heads(ada, { chatIds: [chat.id] })).toEqual(before);
    expect(await bench.get(ben, chat)).toMatchObject({
      visibleFromSeq: 5,
      headSeq: 6,
      unread: 2,
      mentions: 2,
      lastMessage: { text: 'Secret 5 for @ben' },
    });
    const access = { chatId: chat.id, visibleFromSeq: 5, hasPartialReaders: false };
    expect(await bench.access.of(ben, { chatId: chat.id })).toMatchObject(access);
    const readers = await bench.access.readers(ada, { chatId: chat.id, seq: 4 });
    expect(readers).toEqual({ canSee: [], cannotSee: ['ada', 'ben'] });
    expect(emptied).toEqual([{ chatId: chat.id, fromSeq: 1, toSeq: 4 }]);
    expect(await collection('mentions').countDocuments({})).toBe(2);
    // Whichever process remembers where it began.
    await eventually(() => expect(forgetting).toEqual([{ chatId: chat.id, userIds: [] }]));
    const told = bench.realtime.heard(chatRoom(chat.id), 'history_expired');
    expect(told).toEqual([{ chatId: chat.id, visibleFromSeq: 5 }]);
  });

  it('keeps nothing of a chat in which all is too old, and goes on with it', async () => {
    const chat = await aged(3, 3);
    await purged(30);
    const seen = await bench.get(ben, chat);
    expect(seen).toMatchObject({ visibleFromSeq: 5, headSeq: 4, unread: 0, mentions: 0 });
    expect(seen).not.toHaveProperty('lastMessage');
    expect(JSON.stringify(await record(chat))).not.toContain('Secret');

    const next = await bench.log.say(ada, chat.id, 'Hello again');
    expect(await bench.get(ben, chat)).toMatchObject({
      headSeq: 5,
      unread: 1,
      lastMessage: { seq: next.seq, text: 'Hello again' },
    });
  });

  it('goes by the rule of a chat before that of the workspace', async () => {
    const [always, briefly, usual] = [await aged(2, 2), await aged(2, 2), await aged(2, 2)];
    await retention().set(moduleActor, { chatId: always.id, days: null });
    await retention().set(moduleActor, { chatId: briefly.id, days: 7 });
    await purged(60);
    expect(await textsOf(always)).not.toContain('');
    expect(await textsOf(briefly)).toEqual(['', '']);
    expect(await textsOf(usual)).not.toContain('');
    expect(await retention().of(ben, { chatId: briefly.id })).toEqual({ days: 7 });
    expect(await retention().of(ben, { chatId: usual.id })).toEqual({ days: 60 });
    await expect(retention().of(bench.person('eve'), { chatId: usual.id })).rejects.toMatchObject({
      code: 'not_member',
    });

    await retention().set(moduleActor, { chatId: always.id });
    await purged(30);
    expect(await textsOf(always)).toEqual(['', '']);
    // A longer time brings nothing back.
    await purged(null);
    expect(await bench.get(ben, usual)).toMatchObject({ visibleFromSeq: 4 });
  });

  it('heeds who keeps more while it is under way', async () => {
    const chats = [await aged(2, 2), await aged(2, 2), await aged(2, 2)];
    const [first, ruled, usual] = chats.sort((a, b) => (a.id < b.id ? -1 : 1));
    const kept = bench.app.get(KeptChatsRepository);
    const mark = kept.markEmptied.bind(kept);
    kept.markEmptied = async (...of) => {
      await mark(...of);
      await retention().set(moduleActor, { chatId: ruled!.id, days: 90 });
      await bench.settings.set({ retentionDays: null });
    };
    expect(await purged(30)).toMatchObject({ chats: 1, messages: 2 });
    expect(await textsOf(first!)).toEqual(['', '']);
    for (const chat of [ruled!, usual!]) expect(await textsOf(chat)).not.toContain('');
  });

  it('takes nothing recent along, whatever a clock has said for a moment', async () => {
    const chat = await aged(6, 1);
    // Slot 4, said when a server took it for long ago: the slots before it are recent.
    bench.log.age(chat.id, 4, 20_000);
    bench.log.age(chat.id, 3, -20_000);
    await purged(30);
    const texts = [2, 3, 4, 5, 6].map((n) => `Secret ${n} for @ben`);
    expect(await textsOf(chat)).toEqual(['', ...texts]);
  });

  it('is not held up by what a clock has put into the future, which goes with old ones', async () => {
    const chat = await aged(6, 3);
    // The first slot and the last one.
    bench.log.age(chat.id, 1, -20_000);
    bench.log.age(chat.id, 7, -20_000);
    bench.log.age(chat.id, 6, 20_000);
    await purged(30);
    const texts = [4, 5, 6].map((n) => `Secret ${n} for @ben`);
    expect(await textsOf(chat)).toEqual(['', '', '', ...texts]);
  });

  it('lists the chats with a rule of their own, and never a direct one', async () => {
    const chats = [await aged(1, 0), await aged(1, 0)].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { id: chatId } of chats) await retention().set(moduleActor, { chatId, days: 7 });
    const first = await retention().list(moduleActor, { limit: 1 });
    const cursor = first.page.nextCursor!;
    const second = await retention().list(moduleActor, { limit: 1, cursor });
    expect([...first.items, ...second.items]).toEqual(
      chats.map(({ id: chatId }) => ({ chatId, type: 'group', name: 'Crew', days: 7 })),
    );
    expect(second.page.hasMore).toBe(false);
    const direct = await bench.direct(ada, ben);
    const about = { chatId: direct.id };
    for (const ask of [
      () => retention().ofChat(moduleActor, about),
      () => retention().set(moduleActor, { ...about, days: 7 }),
      () => retention().preview(moduleActor, { ...about, days: 7 }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says before what would go, and changes nothing by that', async () => {
    const chat = await aged(5, 3);
    const said = await retention().preview(moduleActor, { days: 30 });
    const weight = { messages: 3, files: 0, bytes: 3 * 17 };
    const item = { chatId: chat.id, type: 'group', name: 'Crew', ...weight };
    expect(said).toEqual({
      ...weight,
      items: [item],
      page: { nextCursor: null, hasMore: false },
    });
    const ofChat = await retention().preview(moduleActor, { days: 30, chatId: chat.id });
    expect(ofChat).toEqual(said);
    for (const days of [null, 40])
      expect(await retention().preview(moduleActor, { days })).toMatchObject({ messages: 0 });
    expect(await bench.get(ben, chat)).toMatchObject({ visibleFromSeq: 1, unread: 5 });
    const run = await purged(30);
    expect(run).toMatchObject(weight);
    expect(await retention().preview(moduleActor, { days: 30 })).toMatchObject({ messages: 0 });
  });

  it('says what would go from wherever it is asked to go on', async () => {
    const chat = await aged(3, 3);
    for (const seq of ['2.5', '2', '-1', '9'.repeat(99), 'Infinity', 'none']) {
      const cursor = pageInfo([chat.id, seq]).nextCursor!;
      const said = await retention().preview(moduleActor, { days: 30, cursor });
      expect([seq, said.messages]).toEqual([seq, seq.startsWith('2') ? 3 : 0]);
    }
  });

  it('goes on after a crash where it was, and loses and counts nothing twice', async () => {
    const chat = await aged(250, 240);
    const kept = bench.app.get(KeptChatsRepository);
    const mark = kept.markEmptied.bind(kept);
    const crash = new Error('The process dies');
    let marks = 0;
    // Between the second part and its mark.
    kept.markEmptied = (...of) => (++marks === 2 ? Promise.reject(crash) : mark(...of));
    const run = await purged(30);
    expect(run).toMatchObject({ chats: 1, messages: 240 });
    expect(marks).toBe(4);
    const spans = emptied.map(({ fromSeq, toSeq }) => [fromSeq, toSeq]);
    expect(spans).toEqual([
      [1, 100],
      [101, 200],
      [101, 200],
      [201, 241],
    ]);
    const { items } = await bench.log.slotsBehind(ada, {
      chatId: chat.id,
      afterSeq: 200,
      limit: 100,
    });
    expect(items.map(({ text }) => text !== '').lastIndexOf(false)).toBe(40);
    expect(await record(chat)).toMatchObject({ keptFromSeq: 242, emptiedToSeq: 241 });
  });

  it('forgets which slots were special also after a crash behind the last of them', async () => {
    const chat = await aged(3, 3);
    await bench.settings.set({ retentionDays: 30 });
    const special = bench.app.get(SpecialSlotsRepository);
    const crash = new Error('The process dies');
    const asked: unknown[] = [];
    special.removeBefore = (...of) =>
      asked.push(of) === 1 ? Promise.reject(crash) : Promise.resolve();
    await expect(round()).rejects.toBe(crash);
    await round();
    await round();
    expect(asked).toEqual([
      [chat.id, 5],
      [chat.id, 5],
    ]);
  });

  /** Each text has a file from now on. */
  function withFiles(): void {
    const slotsBehind = bench.log.slotsBehind.bind(bench.log);
    const files = [{ id: FileId.parse('file'), name: 'a.txt', mime: 'text/plain', size: 1000 }];
    bench.log.slotsBehind = async (...of) => {
      const { items } = await slotsBehind(...of);
      return { items: items.map((one) => (one.text === '' ? one : { ...one, files })) };
    };
  }

  const round = () => bench.app.get(ExpiryRound).go('a round', new AbortController().signal);

  it('lets go of files while their slots still name them, also after a crash', async () => {
    await aged(3, 3);
    withFiles();
    await bench.settings.set({ retentionDays: 30 });
    const release = bench.files.release.bind(bench.files);
    const crash = new Error('The process dies');
    bench.files.release = () => Promise.reject(crash);
    await expect(round()).rejects.toBe(crash);
    bench.files.release = release;
    await round();
    expect(new Set(bench.files.released).size).toBe(3);
  });

  it('waits for a node that lags, and lets go of all files then', async () => {
    await aged(3, 3);
    withFiles();
    await bench.settings.set({ retentionDays: 30 });
    const slotsBehind = bench.log.slotsBehind.bind(bench.log);
    // It does not have the last slot yet when they are to be emptied.
    const kept = bench.app.get(KeptChatsRepository);
    const keepFrom = kept.keepFrom.bind(kept);
    kept.keepFrom = async (...of) => {
      bench.log.slotsBehind = async (...asked) => ({
        items: (await slotsBehind(...asked)).items.filter(({ seq }) => seq < 4),
      });
      await keepFrom(...of);
    };
    await expect(round()).rejects.toMatchObject({ code: 'service_unavailable' });
    bench.log.slotsBehind = slotsBehind;
    await round();
    expect(new Set(bench.files.released).size).toBe(3);
  });

  it('is held up by no chat that fails, and fails with it in the end', async () => {
    const chats = [await aged(2, 2), await aged(2, 2), await aged(2, 2)];
    const [first, failing, last] = chats.sort((a, b) => (a.id < b.id ? -1 : 1));
    await bench.settings.set({ retentionDays: 30 });
    const kept = bench.app.get(KeptChatsRepository);
    const keepFrom = kept.keepFrom.bind(kept);
    const failure = new Error('No disk');
    kept.keepFrom = (id, seq) => (id === failing!.id ? Promise.reject(failure) : keepFrom(id, seq));
    await expect(round()).rejects.toBe(failure);
    for (const chat of [first!, last!]) expect(await textsOf(chat)).toEqual(['', '']);
    expect(await textsOf(failing!)).not.toContain('');
  });

  it('is taken up anew when its job was lost, and given up when nobody gets to its end', async () => {
    const chat = await aged(2, 2);
    await bench.settings.set({ retentionDays: 30 }, bench.facts);
    // Begun by a process that died before it could put the job into the queue.
    await bench.app.get(RetentionRunsRepository).begin('lost', new Date());
    const conflict = { code: 'conflict' };
    await expect(retention().purge(moduleActor, {})).rejects.toMatchObject(conflict);
    await bench.app.get(RetentionJobs).sweep();
    await runEnds();
    expect(await textsOf(chat)).toEqual(['', '']);

    const dead = { key: 'dead', payload: {}, attempts: 5, error: 'No disk', diedAt: '' };
    const jobs = bench.app.get(JobQueue);
    jobs.dead = ({ name }) => Promise.resolve(name === expireMessages.name ? [dead] : []);
    await bench.app.get(RetentionRunsRepository).begin('dead', new Date());
    await bench.app.get(RetentionJobs).sweep();
    const { run } = await retention().last(moduleActor, {});
    expect(run).toMatchObject({ state: 'failed', error: 'No disk' });
  });

  it('lets no change that was under way bring the last message back', async () => {
    const chat = await aged(2, 2);
    const last = await bench.log.slotsBehind(ada, { chatId: chat.id, afterSeq: 2, limit: 1 });
    await purged(30);
    const reacted = await bench.log.change(last.items[0]!, 'Secret, edited at the same time');
    expect(await bench.get(ben, chat)).not.toHaveProperty('lastMessage');
    expect(await bench.sync(ben)).toMatchObject([{ headRev: reacted.rev, unread: 0 }]);
    await purged(30);
    expect(JSON.stringify(await record(chat))).not.toContain('Secret');
  });
});
