import type { CallId, DeviceId, ProblemCode, UserId } from '@app/contracts';
import { ConnectionLost, RequestProblem, type Told } from '@app/web-realtime';
import type { LinkState } from './media-link';
import { SfuLink } from './sfu-link';
import type { SfuRoom, SfuRoomDeps } from './sfu-room';
import { FakeLine } from './testing/fake-line';

const end = {
  callId: 'call-1' as CallId,
  deviceId: 'tab-1' as DeviceId,
  iceServers: () => Promise.resolve([]),
};
const pass = (ms = 0) => jest.advanceTimersByTimeAsync(ms);
const track = (id: string) => ({ id }) as MediaStreamTrack;
const refusal = (code: ProblemCode) => new RequestProblem(code, 409, {});

/** What is done in one room. A test says what fails in it, once. */
class FakeRoom implements Partial<SfuRoom> {
  readonly done: string[] = [];
  failure: Error | undefined;

  catchUp = () => this.do('catchUp');
  consume = (ids: readonly string[]) => this.do(`consume ${ids.join()}`);
  produce = (lane: string, sent: MediaStreamTrack | null) =>
    sent ? this.do(`produce ${lane} ${sent.id}`) : Promise.resolve();
  restartIce = () => this.do('restartIce');
  fit = () => this.do('fit');
  drop = (consumerId: string) => void this.do(`drop ${consumerId}`);
  close = () => void this.do('close');

  private do(what: string): Promise<void> {
    this.done.push(what);
    const { failure } = this;
    this.failure = undefined;
    return failure ? Promise.reject(failure) : Promise.resolve();
  }
}

/**
 * `rooms`: those that were entered, by `entered`; `refusals`: what the next ones answer instead;
 * `failures`: what goes wrong first in the next ones.
 */
function aLink() {
  const line = new FakeLine();
  const entered: SfuRoomDeps[] = [];
  const failures: Error[] = [];
  const rooms: FakeRoom[] = [];
  const refusals: Error[] = [];
  const states: LinkState[] = [];
  const enter = (deps: SfuRoomDeps) => {
    const refused = refusals.shift();
    if (refused) return Promise.reject(refused);
    const room = new FakeRoom();
    room.failure = failures.shift();
    rooms.push(room);
    entered.push(deps);
    return Promise.resolve({ room: room as unknown as SfuRoom, producerIds: ['p1'] });
  };
  const events = { changed: (state: LinkState) => void states.push(state), came: () => undefined };
  const link = new SfuLink({ ...end, connection: line.connection }, events, enter);
  return { link, line, rooms, entered, refusals, failures, states };
}

const tell = (name: string, event: object) =>
  ({ kind: 'event', name, event: { callId: end.callId, ...event } }) as unknown as Told;

describe('SfuLink', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    // What is not of the line is told there.
    jest.spyOn(console, 'error').mockReturnValue(undefined);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('enters the room, takes what the others send, and sends what is mine', async () => {
    const { link, rooms, states } = aLink();
    void link.send('audio', track('voice'));
    await pass();
    expect(states).toEqual(['connected']);
    expect(rooms[0]!.done).toEqual(['consume p1', 'produce audio voice', 'produce audio voice']);
    link.hear(tell('sfu_producer', { producerId: 'p2' }));
    link.hear(tell('sfu_consumer_closed', { consumerId: 'c1' }));
    link.fit('bob' as UserId, 'video', 90);
    await pass();
    expect(rooms[0]!.done.slice(3)).toEqual(['drop c1', 'consume p2', 'fit']);
  });

  it('asks once for all that others begin to send, and show, in one moment', async () => {
    const { link, rooms } = aLink();
    const crowd = (...names: string[]) =>
      names.forEach((name) => {
        link.hear(tell('sfu_producer', { producerId: name }));
        link.fit(name as UserId, 'video', 90);
      });
    await pass();
    crowd('a', 'b', 'c');
    await pass();
    crowd('d');
    await pass();
    const after = rooms[0]!.done.slice(1);
    expect(after).toEqual(['consume a,b,c', 'fit', 'consume d', 'fit']);
  });

  it('asks only what it missed after a new line: what flows goes on', async () => {
    const { link, rooms } = aLink();
    await pass();
    link.resume();
    await pass();
    expect(rooms).toHaveLength(1);
    expect(rooms[0]!.done).toEqual(['consume p1', 'catchUp']);
  });

  it('enters anew where the room is another, and keeps the old one until it has', async () => {
    const { link, rooms, refusals, states } = aLink();
    await pass();
    rooms[0]!.failure = refusal('gone');
    refusals.push(new ConnectionLost());
    link.resume();
    await pass();
    expect(rooms[0]!.done).toEqual(['consume p1', 'catchUp']);
    expect(states).toEqual(['connected', 'interrupted']);
    await pass(500);
    expect(rooms).toHaveLength(2);
    expect(rooms[0]!.done.at(-1)).toBe('close');
    expect(states.at(-1)).toBe('connected');
  });

  it('enters anew after a new line where something was not heard', async () => {
    const { link, rooms } = aLink();
    await pass();
    rooms[0]!.failure = new ConnectionLost();
    void link.send('video', track('camera'));
    await pass();
    link.resume();
    await pass();
    expect(rooms).toHaveLength(2);
    expect(rooms[1]!.done).toContain('produce video camera');
    link.resume();
    await pass(10_000);
    expect(rooms).toHaveLength(2);
  });

  it('enters anew when the room has begun anew', async () => {
    const { link, rooms } = aLink();
    await pass();
    link.hear(tell('sfu_restarted', {}));
    await pass();
    expect(rooms).toHaveLength(2);
  });

  it('tries less and less often, up to a bound, and again at once after it was in', async () => {
    const { link, rooms, refusals } = aLink();
    refusals.push(...Array.from({ length: 8 }, () => refusal('service_unavailable')));
    const tried = [0, 500, 1000, 2000, 4000, 8000, 8000, 8000];
    for (const [at, ms] of tried.entries()) {
      await pass(ms);
      expect(refusals).toHaveLength(7 - at);
    }
    await pass(8000);
    expect(rooms).toHaveLength(1);
    refusals.push(new ConnectionLost());
    link.hear(tell('sfu_restarted', {}));
    await pass(500);
    expect(rooms).toHaveLength(2);
  });

  it('tries less often, too, where it is let in and fails in the room', async () => {
    const { rooms, failures } = aLink();
    failures.push(...Array.from({ length: 3 }, () => refusal('gone')));
    await pass();
    for (const [at, ms] of [500, 1000, 2000].entries()) {
      await pass(ms - 1);
      expect(rooms).toHaveLength(at + 1);
      await pass(1);
      expect(rooms).toHaveLength(at + 2);
    }
  });

  it('comes again when the server says so', async () => {
    const { rooms, refusals } = aLink();
    refusals.push(new RequestProblem('service_unavailable', 503, { retryAfterMs: 3000 }));
    await pass(2999);
    expect(rooms).toHaveLength(0);
    await pass(1);
    expect(rooms).toHaveLength(1);
  });

  it('asks again what was too much at once, in the same room, until it is closed', async () => {
    const { link, line, rooms, entered } = aLink();
    await pass();
    const tooMuch = new RequestProblem('rate_limited', 429, { retryAfterMs: 250 });
    const resume = () => entered[0]!.ask('sfu_producers', {});
    const resumed = resume();
    line.asked[0]!.fail(tooMuch);
    await pass(249);
    expect(line.asked).toHaveLength(1);
    await pass(1);
    line.asked[1]!.answer({ ok: true });
    expect(await resumed).toEqual({ ok: true });
    expect(rooms).toHaveLength(1);
    const late = resume();
    link.close();
    line.asked[2]!.fail(tooMuch);
    await expect(late).rejects.toBe(tooMuch);
  });

  it.each(['call_ended', 'forbidden', 'not_found'] as const)(
    'fails where there is no room for it any more: %s',
    async (code) => {
      const { rooms, refusals, states } = aLink();
      refusals.push(refusal(code));
      await pass(60_000);
      expect(states).toEqual(['failed']);
      expect(rooms).toEqual([]);
    },
  );

  it('closes a room that it is let into after it was closed', async () => {
    const { link, rooms, states } = aLink();
    link.close();
    await pass();
    expect(rooms).toEqual([]);
    const late = aLink();
    await Promise.resolve();
    late.link.close();
    await pass();
    expect(late.rooms.map(({ done }) => done)).toEqual([['close']]);
    expect([...states, ...late.states]).toEqual([]);
  });
});
