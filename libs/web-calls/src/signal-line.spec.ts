import type { CallId, DeviceId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { SignalLine } from './signal-line';
import { FakeLine } from './testing/fake-line';

const end = { callId: 'call-1' as CallId, deviceId: 'tab-1' as DeviceId };
const turn = () => jest.advanceTimersByTimeAsync(0);

function aLine() {
  const fake = new FakeLine();
  const line = new SignalLine(fake.connection, end);
  const said = () => fake.asked.map(({ name, input }) => [name, (input as { sdp?: string }).sdp]);
  return { fake, line, said };
}

describe('SignalLine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says all at once and in order, from this device', () => {
    const { fake, line, said } = aLine();
    line.say({ name: 'offer', sdp: 'a' });
    line.say({ name: 'ice_candidate', candidate: { candidate: 'x', sdpMid: '0' } });
    line.say({ name: 'ice_candidate', candidate: null });
    expect(said().map(([name]) => name)).toEqual(['offer', 'ice_candidate', 'ice_candidate']);
    expect(fake.asked[0]!.input).toEqual({ ...end, sdp: 'a' });
    const candidate = { candidate: 'x', sdpMid: '0', sdpMLineIndex: null, usernameFragment: null };
    expect(fake.asked[1]!.input).toEqual({ ...end, candidate });
    expect(fake.asked[2]!.input).toEqual({ ...end, candidate: null });
  });

  it('says again what the line has lost, and nothing that has arrived', async () => {
    const { fake, line, said } = aLine();
    for (const sdp of ['a', 'b', 'c']) line.say({ name: 'offer', sdp });
    fake.asked[0]!.answer({ ok: true });
    fake.asked[1]!.fail(new ConnectionLost());
    fake.asked[2]!.fail(new ConnectionLost());
    await turn();
    expect(fake.asked).toHaveLength(3);
    fake.tell({ kind: 'ready' });
    expect(said().slice(3)).toEqual([
      ['offer', 'b'],
      ['offer', 'c'],
    ]);
  });

  it('does not say again what the server refuses for good', async () => {
    const { fake, line } = aLine();
    line.say({ name: 'offer', sdp: 'a' });
    fake.asked[0]!.fail(new RequestProblem('call_ended', 409, {}));
    await turn();
    fake.tell({ kind: 'ready' });
    expect(fake.asked).toHaveLength(1);
  });

  it('waits as long as a busy server says, and keeps the order', async () => {
    const { fake, line, said } = aLine();
    line.say({ name: 'offer', sdp: 'a' });
    fake.asked[0]!.fail(new RequestProblem('rate_limited', 429, { retryAfterMs: 3000 }));
    await turn();
    line.say({ name: 'answer', sdp: 'b' });
    expect(fake.asked).toHaveLength(1);
    jest.advanceTimersByTime(3000);
    expect(said().slice(1)).toEqual([
      ['offer', 'a'],
      ['answer', 'b'],
    ]);
  });

  it('says again as well what has overtaken what was not heard', async () => {
    const { fake, line, said } = aLine();
    for (const sdp of ['a', 'b', 'c']) line.say({ name: 'offer', sdp });
    fake.asked[0]!.fail(new RequestProblem('rate_limited', 429, { retryAfterMs: 3000 }));
    for (const at of [1, 2]) fake.asked[at]!.answer({ ok: true });
    await turn();
    jest.advanceTimersByTime(3000);
    expect(said().slice(3)).toEqual(said().slice(0, 3));
    for (const at of [3, 4, 5]) fake.asked[at]!.answer({ ok: true });
    await turn();
    fake.tell({ kind: 'ready' });
    expect(fake.asked).toHaveLength(6);
  });

  it('says nothing once it is closed', () => {
    const { fake, line } = aLine();
    line.say({ name: 'offer', sdp: 'a' });
    line.close();
    fake.tell({ kind: 'ready' });
    expect(fake.asked).toHaveLength(1);
  });
});
