import { signal, type Provider } from '@angular/core';
import type { ClientMsgId } from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import {
  ChatArchive,
  GroupOutboxTabs,
  MemoryContentStorage,
  MemoryOutboxStorage,
  Outbox,
  type OutboxStorage,
} from '@app/web-realtime/live';
import {
  FakeKeptChats,
  FakeTabs,
  FakeUploads,
  type FakeChatServer,
} from '@app/web-realtime/testing';
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
  kept = new FakeKeptChats(),
): Provider[] {
  let made = 0;
  const newId = (): ClientMsgId => `new-${++made}` as ClientMsgId;
  const now = (): Date => new Date('2026-03-02T12:00:00.000Z');
  const random = (): number => 0.5;
  const wiring: Pick<ChatWiring, keyof ChatWiring> = {
    random,
    now,
    newId,
    line: () => ({
      connection: server,
      start: () => server.goOnline(),
      hurry: () => undefined,
      close: () => server.goOffline(),
    }),
    rest: server,
    keptChats: () => Promise.resolve(kept),
    outbox: (_userId, connection) => {
      const tab = new FakeTabs().open();
      void tab.join();
      const tabs = new GroupOutboxTabs(tab);
      const deps = { connection, storage, tabs, newId, now, random };
      return Outbox.create({ ...deps, ...partsOf(server) });
    },
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

function partsOf(server: FakeChatServer) {
  const files = { contents: new MemoryContentStorage(), uploads: new FakeUploads(server) };
  return { ...files, archive: new ChatArchive(server) };
}
