import { signal, type Provider } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { ChatArchive, MemoryOutboxStorage, type OutboxStorage } from '@app/web-realtime';
import { FakeTabGroup, type FakeChatServer } from '@app/web-realtime/testing';
import { Session } from '@app/web-session';
import { aSession } from '@app/web-session/testing';
import { ChatWiring } from '../chat-wiring';

/**
 * What a store needs to run against a server in memory, as the person who is on its line. The line
 * is up as soon as the store has started.
 */
export function provideFakeChats(
  server: FakeChatServer,
  storage: OutboxStorage = new MemoryOutboxStorage(),
  isNew = false,
): Provider[] {
  let made = 0;
  const wiring: Omit<ChatWiring, 'session'> = {
    random: () => 0.5,
    now: () => new Date('2026-03-02T12:00:00.000Z'),
    newId: () => `new-${++made}` as ClientMsgId,
    line: () => ({
      connection: server,
      start: () => server.goOnline(),
      hurry: () => undefined,
      close: () => server.goOffline(),
    }),
    archive: () => new ChatArchive(server),
    storage: () => Promise.resolve(storage),
    tabs: () => new FakeTabGroup().tab(),
  };
  const session = {
    ...aSession(aProfile(server.me.id)),
    isNew: signal(isNew),
    keeps: () => undefined,
  };
  return [
    { provide: Session, useValue: session },
    { provide: ChatWiring, useValue: wiring },
  ];
}
