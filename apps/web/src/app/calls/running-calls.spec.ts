import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, CallId } from '@app/contracts';
import { ConnectionLost, type ConnectionNews } from '@app/web-realtime';
import { ada, mira } from '../chats/testing/builders';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { RunningCalls } from './running-calls';
import { aCall } from './testing/a-call';

/** Ada's, over a line and a server that say what a test has them say. */
function aList(served: readonly Call[] | Error = []) {
  const listeners: ((news: ConnectionNews) => void)[] = [];
  const server = { answer: served, asked: 0 };
  const client = {
    me: ada,
    lineState: { state: signal('offline') },
    connection: { listen: (listener: (news: ConnectionNews) => void) => listeners.push(listener) },
  };
  const rest = {
    request: () => {
      server.asked++;
      const { answer } = server;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ items: answer });
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatClient, useValue: client },
      { provide: ChatWiring, useValue: { rest } },
    ],
  });
  const calls = TestBed.inject(RunningCalls);
  const tell = (news: ConnectionNews) => listeners.forEach((listener) => listener(news));
  const hear = (call: Call) =>
    tell({ kind: 'event', name: 'call_state', event: { callId: call.id, call } });
  const ready = async () => {
    tell({ kind: 'ready' });
    for (let turns = 0; turns < 3; turns++) await Promise.resolve();
  };
  return { calls, server, hear, ready };
}

const answered = (version: number) =>
  aCall({
    version,
    state: 'connecting',
    parties: [mira, ada].map(({ id }) => ({ userId: id, state: 'joined' as const })),
  });

describe('RunningCalls', () => {
  it('rings where I am invited, and not where I call', () => {
    const { calls, hear } = aList();
    hear(aCall({ version: 3 }));
    expect(calls.ringing()).toMatchObject({ id: 'call-1' });
    hear(answered(4));
    expect(calls.ringing()).toBeNull();
  });

  it('keeps to the newer of two states, in whatever order they come', () => {
    const { calls, hear } = aList();
    hear(aCall({ version: 5, state: 'ended' }));
    hear(aCall({ version: 4 }));
    expect([calls.ringing(), calls.in(aCall().chatId)]).toEqual([null, undefined]);
  });

  it('knows nothing of a call that is not mine, and loses nothing that it knows by it', () => {
    const { calls, hear } = aList();
    const { chatId } = aCall();
    const part = answered(0);
    hear(part);
    expect(calls.in(chatId)).toBeUndefined();
    hear(answered(4));
    hear({ ...part, parties: [] });
    expect(calls.in(chatId)?.parties).toHaveLength(2);
  });

  it('is quiet about what I do not want to hear, and about nothing else', () => {
    const { calls, hear } = aList();
    hear(aCall());
    calls.hush('call-1' as CallId);
    hear(aCall({ version: 2 }));
    expect(calls.ringing()).toBeNull();
    hear(aCall({ id: 'call-2' as CallId }));
    expect(calls.ringing()).toMatchObject({ id: 'call-2' });
  });

  it('knows one that goes on without me, unless I was put out or declined it', () => {
    const { calls, hear } = aList();
    const without = (version: number, about = {}) => {
      const parties = [
        { userId: mira.id, state: 'joined' as const },
        { userId: ada.id, state: 'left' as const, ...about },
      ];
      return aCall({ version, kind: 'group', state: 'active', parties });
    };
    hear(answered(1));
    expect(calls.left()).toBeNull();
    hear(without(2));
    expect(calls.left()).toMatchObject({ id: 'call-1' });
    hear(without(3, { isRemoved: true }));
    expect(calls.left()).toBeNull();
    hear(without(4));
    calls.hush('call-1' as CallId);
    expect(calls.left()).toBeNull();
  });

  it('goes on with who called first, whatever is said of them, and then with the next', () => {
    const { calls, hear } = aList();
    hear(aCall());
    hear(aCall({ id: 'call-2' as CallId }));
    hear(aCall({ version: 2 }));
    expect(calls.ringing()).toMatchObject({ id: 'call-1', version: 2 });
    hear(aCall({ version: 3, state: 'ended', parties: [] }));
    expect(calls.ringing()).toMatchObject({ id: 'call-2' });
  });

  it('asks when a line comes up: what has begun rings, and what has ended does not', async () => {
    const { calls, server, hear, ready } = aList([aCall({ id: 'call-2' as CallId })]);
    hear(aCall());
    await ready();
    expect([server.asked, calls.ringing()?.id]).toEqual([1, 'call-2']);
  });

  it('keeps what it knows where nobody answers', async () => {
    const { calls, hear, ready } = aList(new ConnectionLost());
    hear(aCall());
    await ready();
    expect(calls.ringing()).not.toBeNull();
  });

  it('knows the call that runs in a chat, in which I need not be', () => {
    const { calls, hear } = aList();
    const parties = [{ userId: mira.id, state: 'joined' as const }];
    hear(aCall({ kind: 'group', state: 'active', parties }));
    expect([calls.ringing(), calls.in(aCall().chatId)?.id]).toEqual([null, 'call-1']);
  });
});
