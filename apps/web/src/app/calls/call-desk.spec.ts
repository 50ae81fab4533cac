import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, CallId, ChatId, DeviceId } from '@app/contracts';
import { OwnMedia, Tones } from '@app/web-calls';
import { FakeLine, FakePeer } from '@app/web-calls/testing';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { Toasts } from '@app/web-ui';
import { ada, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { CallDesk } from './call-desk';
import { RunningCalls } from './running-calls';
import { aCall } from './testing/a-call';

const chatId = 'c1' as ChatId;
const second = aCall({ id: 'call-2' as CallId });
const settle = async (ms = 0) => {
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
};

/** The desk of Ada, whom Mira calls. `found`: the calls of which the server knows. */
async function aDesk(found: readonly Call[] = []) {
  const [line, server] = [new FakeLine(), { found, answered: Promise.resolve<unknown>(null) }];
  const people = signal(new Map([[ada.id, ada]]));
  const client = {
    me: ada,
    connection: line.connection,
    state: () => ({ people: people() }),
    lineState: { state: signal('online') },
  };
  const request = async (_: string, path: string) => {
    if (path !== 'calls/live') return { iceServers: [] };
    const items = server.found;
    await server.answered;
    return { items };
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      CallDesk,
      RunningCalls,
      { provide: ChatClient, useValue: client },
      { provide: ChatWiring, useValue: { rest: { request } } },
    ],
  });
  const played = jest.spyOn(Tones.prototype, 'play').mockReturnValue();
  const desk = TestBed.inject(CallDesk);
  await settle();
  const hear = async (name: 'call_incoming' | 'call_busy' | 'call_ended', call: Call) => {
    line.tell({ kind: 'event', name, event: { callId: call.id, call } });
    await settle();
  };
  const asked = (name: string) => line.asked.filter((ask) => ask.name === name);
  const answer = async (name: string, call: Call) => {
    asked(name).at(-1)!.answer({ ok: true, callId: call.id, call });
    await settle();
  };
  const shown = () => desk.incoming()?.id ?? null;
  const toasts = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text }) => text);
  return { desk, line, server, people, played, hear, asked, answer, shown, toasts };
}

/** The same call once this desk is in it. */
function answered(call: Call, asked: { readonly input: object } | undefined): Call {
  const { deviceId } = asked!.input as { readonly deviceId: DeviceId };
  const parties = [
    { userId: mira.id, state: 'joined' as const },
    { userId: ada.id, state: 'joined' as const, deviceId },
  ];
  return { ...call, state: 'connecting', parties, version: 5 };
}

describe('CallDesk', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { RTCPeerConnection: FakePeer, isSecureContext: false });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
  });

  it('rings when somebody calls, says so, and falls silent when they do not any more', async () => {
    const { hear, asked, shown, played } = await aDesk();
    await hear('call_incoming', aCall());
    expect(shown()).toBe('call-1');
    expect(asked('call_ringing')).toHaveLength(1);
    expect(played.mock.calls).toEqual([['ring']]);
    await hear('call_ended', aCall({ state: 'ended', version: 2 }));
    expect(shown()).toBeNull();
  });

  it('does not begin its melody anew whatever else happens', async () => {
    const { hear, people, played } = await aDesk();
    await hear('call_incoming', aCall());
    await hear('call_incoming', aCall({ version: 2 }));
    people.update((known) => new Map(known));
    await settle();
    expect(played).toHaveBeenCalledTimes(1);
  });

  it('shows a call and makes no sound while I do not want to be disturbed', async () => {
    const { hear, people, shown, played } = await aDesk();
    people.set(new Map([[ada.id, { ...ada, status: 'dnd' }]]));
    await hear('call_incoming', aCall());
    expect(shown()).toBe('call-1');
    expect(played).not.toHaveBeenCalled();
  });

  it('finds what rings when a line comes up, and lets go of what does not any more', async () => {
    const { line, server, shown } = await aDesk([aCall()]);
    expect(shown()).toBe('call-1');
    server.found = [];
    line.tell({ kind: 'ready' });
    await settle();
    expect(shown()).toBeNull();
  });

  it('keeps a call of which an answer on its way cannot know yet', async () => {
    const { line, server, hear, shown } = await aDesk();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    server.answered = promise;
    line.tell({ kind: 'ready' });
    await hear('call_incoming', aCall());
    resolve(null);
    await settle();
    expect(shown()).toBe('call-1');
  });

  it('does not ring for ever where no line says that it is over', async () => {
    const { line, hear, shown } = await aDesk();
    await hear('call_incoming', aCall());
    line.tell({ kind: 'lost' });
    await settle(44_000);
    expect(shown()).toBe('call-1');
    await settle(10_000);
    expect(shown()).toBeNull();
  });

  it('shows one caller after the other', async () => {
    const { desk, hear, asked, shown } = await aDesk();
    await hear('call_incoming', aCall());
    await hear('call_incoming', second);
    expect(shown()).toBe('call-1');
    void desk.decline(aCall());
    expect(asked('call_declined').map(({ input }) => input)).toMatchObject([{ callId: 'call-1' }]);
    expect(shown()).toBe('call-2');
  });

  it('answers once, however often one presses', async () => {
    const { desk, hear, asked, answer, shown } = await aDesk();
    await hear('call_incoming', aCall());
    void desk.accept(aCall(), 'audio');
    void desk.accept(aCall(), 'audio');
    await settle();
    expect(asked('call_accepted')).toHaveLength(1);
    await answer('call_accepted', answered(aCall(), asked('call_accepted')[0]));
    expect(shown()).toBeNull();
    expect(desk.live()?.call().id).toBe('call-1');
    await desk.accept(aCall(), 'audio');
    expect(asked('call_accepted')).toHaveLength(1);
  });

  it('leaves its call for another one', async () => {
    const { desk, hear, asked, answer } = await aDesk();
    await hear('call_incoming', aCall());
    void desk.accept(aCall(), 'audio');
    await settle();
    await answer('call_accepted', answered(aCall(), asked('call_accepted')[0]));
    await hear('call_incoming', second);
    void desk.accept(second, 'audio');
    await settle();
    expect(asked('end_call').map(({ input }) => input)).toMatchObject([{ callId: 'call-1' }]);
    await answer('end_call', aCall({ state: 'ended', version: 9 }));
    await answer('call_accepted', answered(second, asked('call_accepted').at(-1)));
    expect(desk.live()?.call().id).toBe('call-2');
  });

  it.each([
    [new RequestProblem('blocked', 403, {}), 'You cannot call this person.'],
    [new RequestProblem('call_busy', 409, {}), 'You are in another call already.'],
    [new ConnectionLost(), 'Calls need a connection.'],
  ])('says why it cannot call: %s', async (error, words) => {
    const { desk, asked, toasts } = await aDesk();
    void desk.start(chatId, 'audio');
    expect(desk.isFree()).toBe(false);
    asked('call_user')[0]!.fail(error);
    await settle();
    expect(toasts()).toEqual([words]);
    expect([desk.live(), desk.isFree()]).toEqual([null, true]);
  });

  it.each([
    ['callId', 'The call was answered on another device.'],
    ['parties', 'The call is full.'],
  ])('says why it does not come into a call: a conflict of %s', async (field, words) => {
    const { desk, hear, asked, toasts } = await aDesk();
    await hear('call_incoming', aCall());
    void desk.accept(aCall(), 'audio');
    await settle();
    asked('call_accepted')[0]!.fail(new RequestProblem('conflict', 409, { field }));
    await settle();
    expect(toasts()).toEqual([words]);
  });

  it('asks once more where the server may have begun the call all the same', async () => {
    const unheard = new RequestProblem('service_unavailable', 503, { service: 'calls' });
    const { desk, asked, answer, toasts } = await aDesk();
    void desk.start(chatId, 'audio');
    asked('call_user')[0]!.fail(unheard);
    await settle();
    expect(asked('call_user').map(({ input }) => input)).toEqual([
      asked('call_user')[0]!.input,
      asked('call_user')[0]!.input,
    ]);
    await answer('call_user', aCall({ callerId: ada.id, state: 'ended', reason: 'busy' }));
    expect(toasts()).toEqual(['Mira Okafor is in another call']);
    void desk.start(chatId, 'audio');
    for (const at of [2, 3]) {
      asked('call_user')[at]!.fail(unheard);
      await settle();
    }
    expect(asked('call_user')).toHaveLength(4);
    expect(toasts()).toHaveLength(2);
    expect(desk.isFree()).toBe(true);
  });

  it('opens no microphone for somebody who is in another call', async () => {
    const opened = jest.spyOn(OwnMedia.prototype, 'openMicrophone');
    const { desk, answer, toasts } = await aDesk();
    void desk.start(chatId, 'audio');
    await answer('call_user', aCall({ callerId: ada.id, state: 'ended', reason: 'busy' }));
    expect([desk.live(), opened.mock.calls]).toEqual([null, []]);
    expect(toasts()).toEqual(['Mira Okafor is in another call']);
  });

  it('says who has called while I was in a call', async () => {
    const { hear, toasts } = await aDesk();
    await hear('call_busy', aCall({ state: 'ended', reason: 'busy' }));
    expect(toasts()).toEqual(['Mira Okafor called while you were in a call']);
  });

  it('says how a call of mine has ended, and is free again', async () => {
    const { desk, hear, asked, answer, toasts } = await aDesk();
    void desk.start(chatId, 'audio');
    const { deviceId } = asked('call_user')[0]!.input as { deviceId: DeviceId };
    const parties = [
      { userId: ada.id, state: 'joined' as const, deviceId },
      { userId: mira.id, state: 'invited' as const },
    ];
    const mine = aCall({ callerId: ada.id, parties });
    await answer('call_user', mine);
    expect(desk.live()?.phase()).toBe('waiting');
    await hear('call_ended', { ...mine, state: 'ended', reason: 'declined', version: 4 });
    expect(toasts()).toEqual(['Mira Okafor declined']);
    expect(desk.isFree()).toBe(true);
  });
});
