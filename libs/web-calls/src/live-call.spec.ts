import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, CallId, ChatId, DeviceId, UserId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { ChosenDevices } from './chosen-devices';
import { LiveCall } from './live-call';
import { OwnMedia } from './own-media';
import { FakeLine } from './testing/fake-line';
import { FakePeer } from './testing/fake-peer';

const [me, other] = ['me' as UserId, 'other' as UserId];
const deviceId = 'tab-1' as DeviceId;
const turn = async (ms = 0) => {
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
};

function aCall(about: Partial<Call> = {}): Call {
  return {
    id: 'call-1' as CallId,
    kind: 'direct',
    via: 'peer',
    chatId: 'c1' as ChatId,
    media: 'audio',
    callerId: me,
    state: 'active',
    parties: [
      { userId: me, state: 'joined', deviceId },
      { userId: other, state: 'joined' },
    ],
    createdAt: '2026-01-01T00:00:00.000Z',
    version: 3,
    ...about,
  };
}

/** I have called, and it was answered. */
async function aLiveCall(call = aCall()) {
  const [line, peer] = [new FakeLine(), new FakePeer()];
  const live = new LiveCall(
    {
      connection: line.connection,
      me,
      deviceId,
      own: new OwnMedia(new ChosenDevices()),
      iceServers: () => Promise.resolve([]),
      openPeer: () => peer.peer,
      injector: TestBed.inject(Injector),
    },
    call,
  );
  await turn();
  const asked = (name: string) => line.asked.filter((ask) => ask.name === name);
  return { line, peer, live, asked };
}

describe('LiveCall', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('says that media flow, and goes on for its device on a new line', async () => {
    const { line, peer, live, asked } = await aLiveCall();
    peer.become('connected');
    expect(live.phase()).toBe('active');
    asked('call_heartbeat')[0]!.fail(new ConnectionLost());
    await turn();
    line.tell({ kind: 'lost' });
    expect(live.phase()).toBe('active');
    line.tell({ kind: 'ready' });
    expect(asked('call_heartbeat')[1]!.input).toEqual({
      callId: 'call-1',
      deviceId,
      isConnected: true,
    });
  });

  it.each(['service_unavailable', 'rate_limited', 'internal'] as const)(
    'outlives a server that answers %s, and says again what it has to say',
    async (code) => {
      const { line, live, asked } = await aLiveCall();
      asked('call_media_state')[0]!.fail(new RequestProblem(code, 503, { retryAfterMs: 2000 }));
      line.tell({ kind: 'ready' });
      asked('call_heartbeat')[0]!.fail(new RequestProblem(code, 503, { retryAfterMs: 2000 }));
      await turn();
      expect(live.phase()).not.toBe('ended');
      expect(asked('call_heartbeat')).toHaveLength(1);
      await turn(2000);
      expect(asked('call_heartbeat')).toHaveLength(2);
      expect(asked('call_media_state')).toHaveLength(2);
    },
  );

  it('is lost when its device is not in the call any more', async () => {
    const { line, peer, live, asked } = await aLiveCall();
    line.tell({ kind: 'ready' });
    asked('call_heartbeat')[0]!.fail(new RequestProblem('forbidden', 403, {}));
    await turn();
    expect([live.phase(), live.isLost(), peer.isClosed]).toEqual(['ended', true, true]);
  });

  it('knows by the answer how it has ended meanwhile', async () => {
    const { line, live, asked } = await aLiveCall();
    line.tell({ kind: 'ready' });
    const call = aCall({ state: 'ended', reason: 'completed', version: 9 });
    asked('call_heartbeat')[0]!.answer({ ok: true, callId: call.id, call });
    await turn();
    expect([live.phase(), live.isLost(), live.call().reason]).toEqual([
      'ended',
      false,
      'completed',
    ]);
  });

  /** It was interrupted, and no other way was found. */
  const cutOff = async () => {
    const about = await aLiveCall();
    const { peer, live, asked } = about;
    peer.become('connected');
    peer.become('disconnected');
    expect(live.phase()).toBe('interrupted');
    for (let round = 0; asked('call_reroute').length === 0 && round < 10; round++) await turn(4000);
    expect(peer.restarts).toHaveLength(5);
    return about;
  };

  it('tries other ways while it is interrupted, and ends as lost when none is found', async () => {
    const { peer, live, asked } = await cutOff();
    asked('call_reroute')[0]!.fail(new RequestProblem('service_unavailable', 503, {}));
    await turn();
    expect([live.phase(), live.isLost(), peer.isClosed]).toEqual(['ended', true, true]);
    expect(asked('end_call')).toHaveLength(1);
  });

  it('asks for the room anew when the line was lost over it, and goes there', async () => {
    const { line, peer, live, asked } = await cutOff();
    asked('call_reroute')[0]!.fail(new ConnectionLost());
    await turn();
    expect([live.phase(), asked('end_call')]).toEqual(['connecting', []]);
    line.tell({ kind: 'ready' });
    asked('call_heartbeat').at(-1)!.fail(new ConnectionLost());
    await turn();
    const call = aCall({ via: 'room', version: 4 });
    asked('call_reroute')[1]!.answer({ ok: true, callId: call.id, call });
    await turn();
    expect([live.call().via, live.phase(), peer.isClosed]).toEqual(['room', 'connecting', false]);
    live.close();
    expect(peer.isClosed).toBe(true);
  });

  it('leaves nothing behind, and is not lost, when I hang up', async () => {
    const { line, peer, live, asked } = await aLiveCall();
    peer.become('connected');
    void live.hangUp();
    line.tell({ kind: 'ready' });
    await turn(60_000);
    expect([live.phase(), live.isLost(), peer.isClosed]).toEqual(['ended', false, true]);
    expect(asked('end_call')).toHaveLength(1);
    expect(asked('call_heartbeat')).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
