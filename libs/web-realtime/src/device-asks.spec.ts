import { CallId, ChatId, DeviceId, UserId, type ClientEventName } from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { DeviceAsks } from './device-asks';

const c1 = ChatId.parse('c1');
const [ann, bob] = [UserId.parse('ann'), UserId.parse('bob')];

function aDevice() {
  const said: [ClientEventName, unknown][] = [];
  const clock = { ms: 1_000_000 };
  const refusals: RequestProblem[] = [];
  const line = {
    ask: (name: ClientEventName, input: unknown) => {
      said.push([name, input]);
      const refusal = name === 'end_call' && refusals.shift();
      if (refusal) return Promise.reject(refusal);
      return Promise.resolve({ ok: true, callId: 'call-1' } as never);
    },
  };
  const device = new DeviceAsks(line, () => clock.ms);
  const beat = (tab: string, isActive: boolean) => device.ask(tab, 'heartbeat', { isActive });
  return { device, said, clock, beat, refusals };
}

describe('DeviceAsks', () => {
  it('beats once for all tabs, as active as the most active of them', async () => {
    const { beat, said, clock } = aDevice();
    await beat('hidden', false);
    await beat('shown', true);
    await beat('hidden', false);
    expect(said.map(([, input]) => input)).toEqual([{ isActive: false }, { isActive: true }]);
    clock.ms += 20_000;
    await beat('hidden', false);
    await beat('shown', true);
    expect(said).toHaveLength(3);
    expect(said[2]).toEqual(['heartbeat', { isActive: true }]);
    await beat('shown', false);
    expect(said[3]).toEqual(['heartbeat', { isActive: false }]);
  });

  it('does not believe in a tab for ever', async () => {
    const { beat, said, clock } = aDevice();
    await beat('shown', true);
    clock.ms += 100_000;
    await beat('hidden', false);
    expect(said.at(-1)).toEqual(['heartbeat', { isActive: false }]);
  });

  it('has a chat open, and types in it, as long as one of its tabs does', async () => {
    const { device, said } = aDevice();
    for (const tab of ['a', 'b']) {
      await device.ask(tab, 'join_chat', { chatId: c1 });
      await device.ask(tab, 'typing', { chatId: c1, isTyping: true });
    }
    said.length = 0;
    await device.ask('a', 'typing', { chatId: c1, isTyping: false });
    await device.ask('a', 'leave_chat', { chatId: c1 });
    expect(said).toEqual([]);
    await device.ask('b', 'typing', { chatId: c1, isTyping: false });
    await device.ask('b', 'leave_chat', { chatId: c1 });
    expect(said).toEqual([
      ['typing', { chatId: c1, isTyping: false }],
      ['leave_chat', { chatId: c1 }],
    ]);
  });

  it('watches whom one of its tabs shows', async () => {
    const { device, said } = aDevice();
    await device.ask('a', 'watch_presence', { userIds: [ann, bob] });
    await device.ask('b', 'watch_presence', { userIds: [bob] });
    await device.ask('a', 'unwatch_presence', { userIds: [ann, bob] });
    expect(said.at(-1)).toEqual(['unwatch_presence', { userIds: [ann] }]);
    await device.drop('b');
    expect(said.at(-1)).toEqual(['unwatch_presence', { userIds: [bob] }]);
  });

  it('tells once how far messages have come and were read', async () => {
    const { device, said } = aDevice();
    for (const tab of ['a', 'b']) {
      await device.ask(tab, 'delivered_message', { chatId: c1, seq: 7 });
      await device.ask(tab, 'read_message', { chatId: c1, seq: 6 });
    }
    await device.ask('b', 'read_message', { chatId: c1, seq: 7 });
    expect(said.map(([name]) => name)).toEqual([
      'delivered_message',
      'read_message',
      'read_message',
    ]);
    device.reset();
    await device.ask('a', 'read_message', { chatId: c1, seq: 7 });
    expect(said).toHaveLength(4);
  });

  it('begins anew with the line', async () => {
    const { device, beat, said } = aDevice();
    await beat('a', true);
    await device.ask('b', 'join_chat', { chatId: c1 });
    device.reset();
    await beat('a', true);
    expect(said.filter(([name]) => name === 'heartbeat')).toHaveLength(2);
    await device.drop('b');
    expect(said.some(([name]) => name === 'leave_chat')).toBe(false);
  });

  it('ends the call of a tab that is gone, and no other one', async () => {
    const { device, said } = aDevice();
    const callId = CallId.parse('call-1');
    const [mine, other] = [DeviceId.parse('tab-a'), DeviceId.parse('tab-b')];
    await device.ask('a', 'call_accepted', { callId, deviceId: mine });
    await device.ask('b', 'call_ringing', { callId, deviceId: other });
    said.length = 0;
    await device.drop('b');
    expect(said).toEqual([]);
    await device.drop('a');
    expect(said).toEqual([['end_call', { callId, deviceId: mine }]]);
    await device.ask('a', 'call_heartbeat', { callId, deviceId: mine });
    await device.ask('a', 'end_call', { callId, deviceId: mine });
    said.length = 0;
    await device.drop('a');
    expect(said).toEqual([]);
  });

  it('ends the call of a tab that is gone, however often that is refused', async () => {
    jest.useFakeTimers();
    const { device, said, refusals } = aDevice();
    const call = { callId: CallId.parse('call-1'), deviceId: DeviceId.parse('tab-a') };
    await device.ask('a', 'call_accepted', call);
    const busy = new RequestProblem('rate_limited', 429, { retryAfterMs: 250 });
    refusals.push(busy, busy);
    await expect(device.ask('a', 'end_call', call)).rejects.toBe(busy);
    said.length = 0;
    const dropped = device.drop('a');
    await jest.advanceTimersByTimeAsync(249);
    expect(said).toEqual([['end_call', call]]);
    await jest.advanceTimersByTimeAsync(1);
    await dropped;
    expect(said).toEqual([
      ['end_call', call],
      ['end_call', call],
    ]);
    jest.useRealTimers();
  });

  it('lets go of the rest where the call of a tab that is gone is over already', async () => {
    const { device, said, refusals } = aDevice();
    const call = { callId: CallId.parse('call-1'), deviceId: DeviceId.parse('tab-a') };
    await device.ask('a', 'join_chat', { chatId: c1 });
    await device.ask('a', 'call_accepted', call);
    refusals.push(new RequestProblem('call_ended', 410, {}));
    await device.drop('a');
    expect(said.at(-1)).toEqual(['leave_chat', { chatId: c1 }]);
  });

  it('ends the call of a tab before all else, which may be refused', async () => {
    const { device, said } = aDevice();
    const call = { callId: CallId.parse('call-1'), deviceId: DeviceId.parse('tab-a') };
    await device.ask('a', 'join_chat', { chatId: c1 });
    await device.ask('a', 'call_accepted', call);
    said.length = 0;
    await device.drop('a');
    expect(said).toEqual([
      ['end_call', call],
      ['leave_chat', { chatId: c1 }],
    ]);
  });
});
