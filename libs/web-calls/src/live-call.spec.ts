import { Injector, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, CallId, CallParty, ChatId, DeviceId, UserId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { ChosenDevices } from './chosen-devices';
import { IceServerKeeper, type AskIceServers } from './ice-server-keeper';
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
async function aLiveCall(
  call = aCall(),
  ask: AskIceServers = () => Promise.resolve({ iceServers: [], goodForMs: 3_600_000 }),
) {
  const [line, peer] = [new FakeLine(), new FakePeer()];
  const live = new LiveCall(
    {
      connection: line.connection,
      me,
      deviceId,
      own: new OwnMedia(new ChosenDevices()),
      iceServers: new IceServerKeeper(ask),
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

  it('looks for another way by relays that still take it, however long it lasts', async () => {
    let asked = 0;
    const relay = () => ({ urls: 'turn:relay', username: String(++asked) });
    const { peer, live } = await aLiveCall(aCall(), () =>
      Promise.resolve({ iceServers: [relay()], goodForMs: 60_000 }),
    );
    peer.become('connected');
    await turn(10 * 60_000);
    expect(peer.configs.map(({ bundlePolicy }) => bundlePolicy)).toContain('max-bundle');
    expect(peer.configs.at(-1)?.iceServers).toEqual([{ urls: 'turn:relay', username: '13' }]);
    expect(asked).toBe(13);
    live.close();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tries other ways while it is interrupted, and ends as lost when none is found', async () => {
    const { peer, live, asked } = await cutOff();
    const none = new RequestProblem('service_unavailable', 503, { service: 'media' });
    asked('call_reroute')[0]!.fail(none);
    await turn();
    expect([live.phase(), live.isLost(), peer.isClosed]).toEqual(['ended', true, true]);
    expect(asked('end_call')).toHaveLength(1);
  });

  it('asks again for a room that the server has no time to open', async () => {
    const { live, asked } = await cutOff();
    asked('call_reroute')[0]!.fail(new RequestProblem('rate_limited', 429, { retryAfterMs: 3000 }));
    await turn(2999);
    expect(asked('call_reroute')).toHaveLength(1);
    await turn(1);
    const call = aCall({ via: 'room', version: 4 });
    asked('call_reroute')[1]!.answer({ ok: true, callId: call.id, call });
    await turn();
    expect([live.call().via, live.isLost()]).toEqual(['room', false]);
  });

  it('is over where what it takes does not load', async () => {
    const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
    const { live, asked } = await aLiveCall(aCall(), () => Promise.reject(new Error('offline')));
    expect([live.phase(), live.isLost()]).toEqual(['ended', true]);
    expect(asked('end_call')).toHaveLength(1);
    expect(said).toHaveBeenCalledTimes(1);
    said.mockRestore();
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

  describe('in a group, where there are hosts', () => {
    const at = (minute: number) => `2026-01-01T00:0${minute}:00.000Z`;
    const heard = { audio: true, video: false, screen: false };
    const groupOf = (version: number, mine: Partial<CallParty> = {}) =>
      aCall({
        kind: 'group',
        version,
        parties: [
          { userId: me, state: 'joined', deviceId, media: heard, ...mine },
          { userId: other, state: 'joined' },
        ],
      });
    const mutedAt = (version: number, minute: number) =>
      groupOf(version, { media: { ...heard, audio: false }, muted: { by: other, at: at(minute) } });
    const aGroupCall = async () => {
      const call = await aLiveCall(groupOf(3));
      const { own } = call.live;
      const microphone = { enabled: true, stop: () => undefined } as MediaStreamTrack;
      (own.track('audio') as WritableSignal<MediaStreamTrack>).set(microphone);
      await turn();
      const hear = async (news: Call) => {
        call.line.tell({
          kind: 'event',
          name: 'call_state',
          event: { callId: news.id, call: news },
        });
        await turn();
      };
      return { ...call, own, hear };
    };

    it('mutes me when a host does, and is heard again when I want it, and not before', async () => {
      const { live, own, hear, asked } = await aGroupCall();
      await hear(mutedAt(4, 1));
      expect([own.isMuted(), live.mutedBy()]).toEqual([true, other]);
      expect(asked('call_unmute')).toEqual([]);
      own.mute(false);
      await turn();
      expect(asked('call_unmute')).toHaveLength(1);
      // The same as before: I have answered it.
      await hear(mutedAt(5, 1));
      expect(own.isMuted()).toBe(false);
      const shown = asked('call_media_state').length;
      const call = groupOf(6, { media: { ...heard, audio: false } });
      asked('call_unmute').at(-1)!.answer({ ok: true, callId: call.id, call });
      await turn();
      expect(live.mutedBy()).toBeNull();
      expect(
        asked('call_media_state')
          .slice(shown)
          .map(({ input }) => input),
      ).toEqual([{ callId: 'call-1', deviceId, media: heard }]);
      await hear(mutedAt(7, 2));
      expect(own.isMuted()).toBe(true);
    });

    it('knows on a new line that I was muted meanwhile', async () => {
      const { line, own, asked } = await aGroupCall();
      line.tell({ kind: 'ready' });
      const call = mutedAt(9, 1);
      asked('call_heartbeat')[0]!.answer({ ok: true, callId: call.id, call });
      await turn();
      expect(own.isMuted()).toBe(true);
    });

    it('is over when I am removed, and knows why: by what is told, and by the answer later', async () => {
      const told = await aGroupCall();
      await told.hear(groupOf(4, { state: 'left', isRemoved: true }));
      const asked = await aGroupCall();
      asked.line.tell({ kind: 'ready' });
      asked.asked('call_heartbeat')[0]!.fail(new RequestProblem('call_removed', 403, {}));
      await turn();
      for (const { live } of [told, asked]) {
        expect([live.phase(), live.isLost()]).toEqual(['ended', false]);
        expect(live.call().parties[0]).toMatchObject({ userId: me, isRemoved: true });
      }
    });

    it('says whether the server has done what I wanted', async () => {
      const { live, asked } = await aGroupCall();
      const done = live.control('call_hand', { isRaised: true });
      expect(asked('call_hand')[0]!.input).toEqual({ callId: 'call-1', deviceId, isRaised: true });
      const call = groupOf(4, { handAt: at(1) });
      asked('call_hand')[0]!.answer({ ok: true, callId: call.id, call });
      expect(await done).toBe(true);
      expect(live.call().parties[0]!.handAt).toBe(at(1));
      const refused = live.control('call_lock', { isLocked: true });
      asked('call_lock')[0]!.fail(new RequestProblem('forbidden', 403, {}));
      expect(await refused).toBe(false);
    });
  });

  it('says that I am alone in a group, whether others were there or not', async () => {
    const { peer, live } = await aLiveCall(aCall({ kind: 'group' }));
    peer.become('connected');
    expect(live.phase()).toBe('active');
    const mine = { userId: me, state: 'joined', deviceId } as const;
    const parties = (state: CallParty['state']) => [mine, { userId: other, state }];
    live.heed(aCall({ kind: 'group', version: 4, parties: parties('left') }));
    expect(live.phase()).toBe('alone');
    live.heed(aCall({ kind: 'group', version: 5, parties: parties('invited') }));
    expect(live.phase()).toBe('alone');
    live.heed(aCall({ kind: 'group', version: 6, parties: parties('joined') }));
    expect(live.phase()).toBe('active');
  });

  it('says that I hang up until the server has heard it', async () => {
    const { live, asked } = await aLiveCall();
    void live.hangUp();
    expect(live.phase()).toBe('ended');
    for (const [at, code] of (['rate_limited', 'service_unavailable'] as const).entries()) {
      const refusal = new RequestProblem(code, at === 0 ? 429 : 503, { retryAfterMs: 250 });
      asked('end_call')[at]!.fail(refusal);
      await turn(250 * (at + 1) - 1);
      expect(asked('end_call')).toHaveLength(at + 1);
      await turn(1);
      expect(asked('end_call')).toHaveLength(at + 2);
    }
    asked('end_call')[2]!.fail(new RequestProblem('call_ended', 410, {}));
    await turn(60_000);
    expect(asked('end_call')).toHaveLength(3);
    expect(jest.getTimerCount()).toBe(0);
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
