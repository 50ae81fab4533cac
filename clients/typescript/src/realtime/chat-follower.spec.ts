import fc from 'fast-check';
import type { ChangePage, Message } from '../generated/types.gen.js';
import { ChatFollower, type Change } from './chat-follower.js';

/** A chat as a server has it: each step sends a message, or edits or deletes an earlier one. */
class Log {
  readonly events: Message[] = [];
  private readonly slots = new Map<number, Message>();
  asked = 0;

  constructor(private readonly pageRevs: number) {}

  step(choice: number): void {
    const rev = this.events.length + 1;
    const known = this.slots.get(choice % (this.slots.size + 1));
    const seq = known?.seq ?? this.slots.size + 1;
    const text = `rev ${rev}`;
    const isDeleted = known !== undefined && choice % 2 === 0;
    const deletedAt = isDeleted ? { deletedAt: 'now' } : {};
    const message = { chatId: 'c', seq, rev, text, ...deletedAt } as Message;
    this.slots.set(seq, message);
    this.events.push(message);
  }

  /** As the server pages: the slots that changed in a stretch of revs, as they are now. */
  page(afterRev: number): Promise<ChangePage> {
    this.asked++;
    const toRev = Math.min(this.events.length, afterRev + this.pageRevs);
    const seqs = new Set(this.events.slice(afterRev, toRev).map(({ seq }) => seq));
    const items = [...this.slots.values()].filter(({ seq }) => seqs.has(seq));
    const byRev = items.sort((one, other) => one.rev - other.rev);
    const page = { afterRev, toRev, hasMore: toRev < this.events.length, nextCursor: null };
    const head = { headSeq: this.slots.size, headRev: this.events.length };
    return Promise.resolve({ items: byRev, page: { ...page, ...head } });
  }

  get latest(): Message[] {
    return [...this.slots.values()];
  }
}

function follow(log: Log) {
  const told: Change[] = [];
  const errors: unknown[] = [];
  const place = { rev: 0, seq: 0 };
  const follower = new ChatFollower('c', place, {
    changes: (afterRev) => log.page(afterRev),
    tell: (change) => told.push(change),
    onError: (error) => errors.push(error),
  });
  return { follower, told, errors };
}

/** All is in memory here: what waits goes on with the next turn. */
const turn = () => Promise.resolve();

async function settled(follower: ChatFollower, rev: number): Promise<void> {
  for (let turns = 0; follower.place.rev < rev && turns < 1000; turns++) await turn();
}

describe('ChatFollower', () => {
  it('tells what arrives in order without asking anybody', () => {
    const log = new Log(10);
    for (const choice of [0, 0, 1, 2]) log.step(choice);
    const { follower, told } = follow(log);
    for (const event of log.events) follower.hear(event.rev, event);
    expect(told.map(({ kind, message }) => [kind, message.rev])).toEqual([
      ['new_message', 1],
      ['new_message', 2],
      ['message_edited', 3],
      ['message_deleted', 4],
    ]);
    expect(log.asked).toBe(0);
  });

  it('counts what may not be seen, and tells nothing of it', () => {
    const { follower, told } = follow(new Log(10));
    follower.hear(1, null);
    follower.hear(2, { chatId: 'c', seq: 2, rev: 2 } as Message);
    expect([follower.place, told.length]).toEqual([{ rev: 2, seq: 2 }, 1]);
  });

  it('ends where the server is whatever arrives, each message new once and never older', async () => {
    const steps = fc.array(fc.nat(9), { minLength: 1, maxLength: 40 });
    const arrivals = fc.array(fc.tuple(fc.nat(60), fc.boolean()), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, arrivals, fc.integer({ min: 1, max: 9 }), async (...given) => {
        const [choices, order, pageRevs] = given;
        const log = new Log(pageRevs);
        for (const choice of choices) log.step(choice);
        const { follower, told, errors } = follow(log);
        for (const [at, isPause] of order) {
          const event = log.events[at % log.events.length]!;
          follower.hear(event.rev, event);
          if (isPause) await turn();
        }
        follower.noteHead(log.events.length);
        await settled(follower, log.events.length);
        const news = told.filter(({ kind }) => kind === 'new_message');
        expect(news.map(({ message }) => message.seq)).toEqual(log.latest.map(({ seq }) => seq));
        const shown = new Map<number, Message>();
        for (const { message } of told) {
          expect(message.rev).toBeGreaterThan(shown.get(message.seq)?.rev ?? 0);
          shown.set(message.seq, message);
        }
        expect([...shown.values()]).toEqual(log.latest);
        expect([errors, follower.place.rev]).toEqual([[], log.events.length]);
      }),
      { numRuns: 300 },
    );
  });

  it('tries again with the next news when the server was away', async () => {
    const log = new Log(10);
    for (const choice of [0, 0, 0]) log.step(choice);
    const { follower, told, errors } = follow(log);
    const page = log.page.bind(log);
    log.page = () => Promise.reject(new Error('away'));
    follower.hear(2, log.events[1]!);
    for (let turns = 0; turns < 10; turns++) await turn();
    expect([errors.length, told.length]).toEqual([1, 0]);
    log.page = page;
    follower.hear(3, log.events[2]!);
    await settled(follower, 3);
    expect(told.map(({ message }) => message.rev)).toEqual([1, 2, 3]);
  });
});
