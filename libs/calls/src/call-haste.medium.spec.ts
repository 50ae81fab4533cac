import { userRoom, type Call, type SfuParameters } from '@app/contracts';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallLogbook } from './call-logbook.js';
import { CallsRepository } from './calls.repository.js';
import { LedgerRoom } from './media/ledger-room.js';
import { opus } from './media/testing/rtp-samples.js';
import { caller, CallsBench, chatOf, type Caller } from './testing/calls-bench.js';

type Process = Awaited<ReturnType<CallsBench['process']>>;

/** Each of their methods is a question to the database, or to the log of the chat. */
const asking = [CallsRepository, CallClaimsRepository, CallEntriesRepository, CallLogbook];

/**
 * Other devices stop to ring within 300 ms, and who is put out has nothing in the room within a
 * second. How long a question takes depends on the machine; how many there are, and in which order,
 * does not: that is what is held here. Each is answered in some ms, and none waits for a clock.
 */
describe('Calls, in haste', () => {
  const [ada, bob, carol] = [caller('ada'), caller('bob'), caller('carol')];
  const [phone, laptop] = [caller('bob', 'phone'), caller('bob', 'laptop')];
  let bench: CallsBench;
  let uri: string;
  let one: Process;
  let call: Call;
  /** `?`: a question. `!`: something is said. `x`: somebody has nothing in the room any more. */
  let journal: string[];

  beforeEach(async () => {
    bench = new CallsBench();
    uri = freshDatabaseUri();
    one = await bench.process(uri);
    journal = [];
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await bench.close();
  });

  /** From now on. */
  const keepJournal = () => {
    for (const { prototype } of asking)
      for (const name of Object.getOwnPropertyNames(prototype).filter((key) =>
        isMethod(prototype, key),
      ))
        note(prototype as never, name, () => `? ${name}`);
    const { access } = bench.neighbours;
    for (const [on, name] of [
      [access, 'of'],
      [access, 'chatIds'],
      [bench.people, 'blockedBetween'],
    ] as const)
      note(on as never, name, () => `? ${name}`);
    note(LedgerRoom.prototype as never, 'closePeer', (peerId) => `x ${String(peerId)}`);
    note(bench.ear as never, 'publish', (room, event) => `! ${String(event)} ${String(room)}`);
  };
  const note = (on: Methods, name: string, wordsOf: (...args: unknown[]) => string) => {
    const native = on[name]!;
    jest.spyOn(on, name).mockImplementation(function (this: unknown, ...args) {
      journal.push(wordsOf(...args));
      return native.apply(this, args);
    });
  };
  /** What was asked before this happened, and what between the decision and it. */
  const before = (what: string) => {
    const at = journal.findIndex((line) => line.startsWith(what));
    expect(journal[at]).toBeDefined();
    const asked = journal.slice(0, at).filter((line) => line.startsWith('?'));
    return { asked: asked.length, last: asked.at(-1) };
  };
  const on = ({ deviceId }: Caller) => ({ callId: call.id, deviceId });
  const toBob = userRoom(bob.actor.userId);

  const ring = async (chatId: ReturnType<typeof chatOf>) => {
    call = await one.service.start(ada.actor, { chatId, media: 'audio', deviceId: ada.deviceId });
  };
  const speak = async (who: Caller) => {
    const { send } = await one.sfu.join(who.actor, on(who));
    const rtpParameters = opus() as unknown as SfuParameters;
    const wish = { ...on(who), source: 'microphone', isPaused: false, rtpParameters } as const;
    await one.sfu.produce(who.actor, { ...wish, transportId: send.id });
  };
  const group = async () => {
    await ring(chatOf('ada', 'bob', 'carol'));
    for (const who of [bob, carol]) await one.service.accept(who.actor, on(who));
    for (const who of [ada, bob]) await speak(who);
  };

  it.each([
    [
      'one of them answers',
      'call_answered_elsewhere',
      () => one.service.accept(phone.actor, on(phone)),
    ],
    ['one of them declines', 'call_declined', () => one.service.decline(laptop.actor, on(laptop))],
    ['the caller hangs up', 'call_cancelled', () => one.service.end(ada.actor, on(ada))],
  ])('let all devices fall silent when %s, as soon as it is decided', async (_, event, act) => {
    await ring(chatOf('ada', 'bob'));
    keepJournal();
    await act();
    const { asked, last } = before(`! ${event} ${toBob}`);
    expect(last).toBe('? replace');
    expect(asked).toBeLessThanOrEqual(6);
  });

  it.each([
    ['a host', () => one.controls.remove(ada.actor, { ...on(ada), userId: bob.actor.userId })],
    [
      'their chat',
      async () => {
        bench.gone.add(bob.actor.userId);
        await bench.facts.publish('chat.changed', {
          chatId: call.chatId,
          userIds: [bob.actor.userId],
        });
        await bench.facts.close();
      },
    ],
    [
      'the end of their session',
      async () => {
        const { userId, sessionId } = bob.actor;
        await bench.facts.publish('session.revoked', { userId, sessionIds: [sessionId] });
        await bench.facts.close();
      },
    ],
  ])('cut off who is put out by %s as soon as it is decided', async (_, putOut) => {
    await group();
    keepJournal();
    await putOut();
    const { asked, last } = before(`x ${bob.actor.sessionId}`);
    expect(last).toBe('? replace');
    expect(asked).toBeLessThanOrEqual(6);
    // Ada and Bob were there.
    expect(one.engine.backends[0]!.transports.size).toBe(2);
  });

  it('cut off who was put out in another process within a second', async () => {
    one = await bench.process(uri, bench.time);
    await group();
    const other = await bench.process(uri);
    await other.controls.remove(ada.actor, { ...on(ada), userId: bob.actor.userId });
    expect(one.engine.backends[0]!.transports.size).toBe(4);
    bench.time.advance(999);
    await eventually(() => expect(one.engine.backends[0]!.transports.size).toBe(2));
  });
});

type Methods = Record<string, (...args: unknown[]) => unknown>;

const isMethod = (prototype: object, name: string): boolean =>
  name !== 'constructor' &&
  typeof Object.getOwnPropertyDescriptor(prototype, name)?.value === 'function';
