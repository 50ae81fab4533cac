import type { ChatId, UserId } from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import type { Database } from '@app/platform';
import { growth, MongoDatabase, MongoProcess, type Effort } from '@app/platform/testing';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import { Appender } from './log/appender.js';
import { lastStored } from './log/head-search.js';
import { LogReader } from './log/log-reader.js';
import { NO_HEAD, type Head, type OpId, type Slot } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { draft, slots } from './log/testing/drafts.js';

const SMALL = 100;
const LARGE = 100 * SMALL;
/** Up to 2,000 documents the embedded engine reads all of them where it has to choose a plan. */
const MIDDLING = 1_900;
/** A chat of a hundred times the length may cost the engine so much more per query. */
const MOST = 1.5;

const chatId = 'chat' as ChatId;
const ann = 'ann' as UserId;

/** One chat of some length in a database of its own, and what reads and writes it. */
class GrownChat {
  readonly database: Database;
  readonly store: SlotsRepository;
  readonly hidden: HiddenMessagesRepository;
  readonly appender: Appender;
  readonly reader: LogReader;
  /** Slots from all over the log, changed once. */
  sample: Slot[] = [];
  #lastId = 0;

  constructor(
    uri: string,
    readonly length: number,
  ) {
    this.database = new MongoDatabase(uri);
    this.store = new SlotsRepository(this.database);
    this.hidden = new HiddenMessagesRepository(this.database);
    this.appender = new Appender({ store: this.store, publish: () => undefined });
    this.reader = new LogReader(this.store, this.appender);
  }

  async grow(): Promise<void> {
    await this.database.open();
    for (let from = 1; from <= this.length; from += 1_000) {
      const some = slots(chatId, from, Math.min(this.length, from + 999));
      await this.store.insertInOrder(some.map((slot) => (slot.seq % 4 ? slot : withFile(slot))));
    }
    for (let seq = 5; seq <= this.length; seq += this.length / 20) {
      this.sample.push(await this.edit((await this.store.window(chatId, seq, seq + 1))[0]!));
    }
    // One of a hundred is hidden, whatever the length.
    const hundreds = Array.from({ length: this.length / 100 }, (_, i) => 100 * i + 1);
    await Promise.all(hundreds.map((seq) => this.hidden.hide(ann, chatId, seq)));
  }

  get head(): Head {
    return this.appender.headOf(chatId)!;
  }

  seqAt(part: number): number {
    return Math.floor(this.length * part);
  }

  nextId(): string {
    return `new ${++this.#lastId}`;
  }

  edit(before: Slot): Promise<Slot> {
    const former = { rev: before.revs.at(-1)!, text: before.text, at: new Date(0) };
    const opId = this.nextId() as OpId;
    return this.appender.change({ opId, before, patch: { text: opId, former } });
  }
}

const withFile = (slot: Slot): Slot => ({ ...slot, kind: 'file', files: [aMessageFile()] });

type Work = (chat: GrownChat) => Promise<unknown>;

describe('The chat log, grown a hundredfold', () => {
  let engine: MongoProcess;
  let small: GrownChat;
  let large: GrownChat;
  let middling: GrownChat;

  beforeAll(async () => {
    engine = await MongoProcess.start();
    small = new GrownChat(engine.uri('small'), SMALL);
    large = new GrownChat(engine.uri('large'), LARGE);
    middling = new GrownChat(engine.uri('middling'), MIDDLING);
    for (const chat of [small, large, middling]) await chat.grow();
  }, 120_000);

  afterAll(async () => {
    for (const chat of [small, large, middling]) await chat.database.close();
    await engine.close();
  });

  const grow = (work: Work, effort?: Effort) => growth({ engine, small, large }, work, effort);

  const paths: Record<string, Work> = {
    'a send': (chat) => chat.appender.append(draft({ chatId, clientMsgId: chat.nextId() })),
    'an edit': async (chat) => {
      const at = Math.floor(chat.sample.length / 2);
      chat.sample[at] = await chat.edit(chat.sample[at]!);
    },
    'settling from a known head': (chat) =>
      chat.store.settle({ chatId, from: chat.head, ids: chat.sample.map(({ id }) => id) }),
    'the newest page': (chat) => chat.reader.page(chatId, { visibleFromSeq: 1, limit: 50 }),
    'a page in the middle': (chat) =>
      chat.reader.page(chatId, { visibleFromSeq: 1, limit: 50, beforeSeq: chat.seqAt(0.5) }),
    'a page around a message': (chat) =>
      chat.reader.page(chatId, { visibleFromSeq: 1, limit: 50, aroundSeq: chat.seqAt(0.3) }),
    'slots of all over': (chat) => {
      const seqs = Array.from({ length: 20 }, (_, i) => chat.seqAt(0.05 * i) + 1);
      const others = [1, 2, 3].map((n): [ChatId, number[]] => [`other-${n}` as ChatId, seqs]);
      return chat.store.at(new Map([[chatId, seqs], ...others]));
    },
    'slots of one chat': (chat) =>
      chat.store.at(new Map([[chatId, Array.from({ length: 20 }, (_, i) => 4 * i + 1)]])),
    'settling where others have appended': ({ store, head }) => {
      const from = { seq: head.seq - 70, rev: head.rev - 70 };
      return store.settle({ chatId, from, ids: [] });
    },
    'the last changes': (chat) => chat.reader.changes(chatId, chat.head.rev - 50, 50),
    'the first changes': (chat) => chat.reader.changes(chatId, 0, 50),
    'one message': (chat) => chat.store.find(chat.sample[3]!.id),
    'the history of one': (chat) => chat.store.history(chat.sample[3]!.id),
    'what is hidden of a page': (chat) => {
      const from = chat.seqAt(0.5);
      return chat.hidden.among(
        ann,
        chatId,
        Array.from({ length: 50 }, (_, i) => from + i),
      );
    },
    'the newest files': (chat) => {
      const { seq } = chat.head;
      return chat.store.withFiles({ chatId, kind: 'visual' }, seq - 64, seq + 1);
    },
    'files of a kind that there is not': (chat) =>
      chat.store.withFiles({ chatId, kind: 'sound' }, 1, chat.length),
    'hiding one': (chat) => chat.hidden.hide(ann, chatId, chat.seqAt(0.7)),
  };

  it.each(Object.entries(paths))('costs no more per query: %s', async (name, work) => {
    const times = await grow(work, { most: MOST });
    console.log(`${name}: ${times.toFixed(2)} times`);
    expect(times).toBeLessThanOrEqual(MOST);
  });

  // Those that find several slots, and a filter that more than one index could serve.
  it.each([
    'settling from a known head',
    'settling where others have appended',
    'slots of one chat',
    'the first changes',
  ])('costs no more where the engine would read all to choose a plan: %s', async (name) => {
    const times = await growth({ engine, small, large: middling }, paths[name]!, { most: MOST });
    console.log(`${name}, among ${MIDDLING}: ${times.toFixed(2)} times`);
    expect(times).toBeLessThanOrEqual(MOST);
  });

  it('costs no more per query to find the end of a log that nobody has looked at', async () => {
    // More queries, by the logarithm of the length: so they are counted.
    const queries = new Map<GrownChat, number>();
    for (const chat of [small, large]) queries.set(chat, await roundsToEnd(chat));
    const queriesMore = queries.get(large)! / queries.get(small)!;
    const most = MOST * queriesMore;
    const times = await grow((chat) => chat.store.head(chatId, NO_HEAD), { most });
    const perQuery = times / queriesMore;
    console.log(`finding the end: ${perQuery.toFixed(2)} times`);
    expect(perQuery).toBeLessThanOrEqual(MOST);
  });

  it('notices a query that reads the whole chat', async () => {
    const last: Work = ({ database }) =>
      database.connection
        .collection('messages')
        .find({ chatId })
        .sort({ seq: -1 })
        .limit(1)
        .toArray();
    expect(await grow(last, { rounds: 1, repetitions: 1 })).toBeGreaterThan(MOST);
  });
});

/** Reads that `findHead` takes from nothing to the end of this log. */
async function roundsToEnd({ head }: GrownChat): Promise<number> {
  let rounds = 0;
  await lastStored((probes) => {
    rounds++;
    return Promise.resolve(probes.filter((n) => n <= head.seq));
  }, 0);
  return rounds;
}
