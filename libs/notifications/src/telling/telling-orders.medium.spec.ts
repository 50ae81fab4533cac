import { UserId, type Message } from '@app/contracts';
import fc from 'fast-check';
import { NotificationsBench } from '../testing/notifications-bench.js';

type Process = 0 | 1;

/** Two processes of one service: each fact is handled by one of them, normally. */
let processes: readonly [NotificationsBench, NotificationsBench];
let count = 0;

beforeAll(async () => {
  const one = await NotificationsBench.open();
  const { chats, uri, clock } = one;
  processes = [one, await NotificationsBench.open({ chats, uri, clock })];
});

afterAll(() => Promise.all(processes.map((process) => process.close())));

function crew() {
  const round = ++count;
  const ids: [string, string, string] = [`ann${round}`, `bob${round}`, `cy${round}`];
  return { chatId: processes[0].chats.chat(`orders${round}`, 'group', ...ids), ids };
}

const deliver = (process: Process, message: Message, isFirst: boolean) =>
  processes[process].deliver(isFirst ? 'message.created' : 'message.changed', message);

const listOf = async (name: string) =>
  (await processes[0].list(name)).map(({ kind, text }) => `${kind}: ${text}`);

/** How often devices were told to make a sound, by entry. */
function alertsOf(name: string): number[] {
  const heard = processes.flatMap(({ heard: ears }) =>
    ears.by(UserId.parse(name), 'notification_created'),
  );
  const ids = heard.filter((one) => one.isAlert).map(({ notification }) => notification.id);
  return [...Map.groupBy(ids, (id) => id).values()].map(({ length }) => length);
}

/** A message of ann's and all that becomes of it, each state with its rev. */
function history({ chatId, ids: [ann, bob, cy] }: ReturnType<typeof crew>, isDeleted: boolean) {
  const { chats } = processes[0];
  const states = [chats.say(chatId, ann, { text: `@${bob} one` })];
  const become = (about: Partial<Message>) => states.push(chats.change(states.at(-1)!, about));
  const reactions = [{ emoji: '👍', userIds: [UserId.parse(bob)] }];
  become({ reactions });
  become({ text: `@${cy} two`, version: 2 });
  become({ reactions: [] });
  if (isDeleted) become({ text: '', deletedAt: states[0]!.createdAt });
  return states;
}

const processOf = fc.constantFrom<Process>(0, 1);

describe('What two processes tell of a message', () => {
  it('is gone when it is deleted, where the other one has told it', async () => {
    const { chatId, ids } = crew();
    const [ann, bob] = ids;
    const { chats } = processes[0];
    const before = chats.say(chatId, ann, { text: 'Hello' });
    await deliver(0, before, true);
    await deliver(1, before, true);
    const message = chats.say(chatId, ann, { text: `@${bob} oh` });
    await deliver(0, message, true);
    expect(await listOf(bob)).toEqual([`mention: @${bob} oh`]);
    const deleted = chats.change(message, { text: '', deletedAt: message.createdAt });
    await deliver(1, deleted, false);
    expect(await listOf(bob)).toEqual([]);
  });

  it('does not come back, nor makes a sound, when its beginning is handled last', async () => {
    const { chatId, ids } = crew();
    const [ann, bob] = ids;
    const { chats } = processes[0];
    const message = chats.say(chatId, ann, { text: `@${bob} oh` });
    const deleted = chats.change(message, { text: '', deletedAt: message.createdAt });
    await deliver(1, deleted, false);
    await deliver(0, message, true);
    await deliver(0, message, true);
    expect(await listOf(bob)).toEqual([]);
    expect(alertsOf(bob)).toEqual([]);
  });

  it('is what the message is in the end, in whichever order facts come, and how often', async () => {
    const isDelivered = fc.record({
      isDeleted: fc.boolean(),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
      again: fc.array(fc.nat(4), { maxLength: 3 }),
      by: fc.array(processOf, { minLength: 8, maxLength: 8 }),
      isAtOnce: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(isDelivered, async ({ isDeleted, order, again, by, isAtOnce }) => {
        const team = crew();
        const [ann, bob, cy] = team.ids;
        const states = history(team, isDeleted);
        const known = [...order, ...again].filter((at) => at < states.length);
        const tell = (at: number, n: number) => deliver(by[n]!, states[at]!, at === 0);
        if (isAtOnce) await Promise.all(known.map(tell));
        else for (const [n, at] of known.entries()) await tell(at, n);
        expect(await listOf(ann)).toEqual([]);
        expect(await listOf(bob)).toEqual([]);
        expect(await listOf(cy)).toEqual(isDeleted ? [] : [`mention: @${cy} two`]);
        for (const name of team.ids) expect(alertsOf(name).every((n) => n === 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is told while it happens, by either of them', async () => {
    const isHandled = fc.array(processOf, { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(isHandled, fc.nat(4), async (by, late) => {
        const { chatId, ids } = crew();
        const [ann, bob, cy] = ids;
        const { chats } = processes[0];
        const facts: (() => Promise<void>)[] = [];
        let state = chats.say(chatId, ann, { text: `@${bob} one` });
        const steps: Partial<Message>[] = [
          { reactions: [{ emoji: '👍', userIds: [UserId.parse(bob)] }] },
          { text: `@${cy} two`, version: 2 },
          { reactions: [] },
          { text: '', deletedAt: state.createdAt },
        ];
        for (const [n, process] of by.entries()) {
          const told = state;
          facts.push(() => deliver(process, told, n === 0));
          if (n !== late) await facts[n]!();
          const next = steps[n];
          if (next) state = chats.change(state, next);
        }
        await facts[late]!();
        for (const name of ids) expect(await listOf(name)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('makes one sound, whoever of them is first', async () => {
    const { chatId, ids } = crew();
    const [ann, bob] = ids;
    for (let n = 0; n < 30; n++) {
      const message = processes[0].chats.say(chatId, ann, { text: `@${bob} ${n}` });
      await Promise.all([deliver(0, message, true), deliver(1, message, true)]);
    }
    expect(await listOf(bob)).toHaveLength(30);
    expect(alertsOf(bob)).toEqual(Array.from({ length: 30 }, () => 1));
  });
});
