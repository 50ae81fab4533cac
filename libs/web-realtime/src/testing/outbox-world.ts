import { ChatId, ClientMsgId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { ChatArchive } from '../chat-archive';
import { Outbox } from '../outbox';
import { MemoryContentStorage, type ContentStorage } from '../outbox-files';
import { MemoryOutboxStorage, type OutboxStorage } from '../outbox-storage';
import { GroupOutboxTabs } from '../outbox-tabs';
import { FakeChatServer } from './fake-chat-server';
import { FakeTabs } from './fake-tabs';
import { FakeUploads } from './fake-uploads';

export const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
export const me = aUser('me');

export function aServer() {
  const chats = [new ModelChat(c1, [me]), new ModelChat(c2, [me])] as const;
  const server = new FakeChatServer(me, chats);
  server.goOnline();
  const log = (chat = chats[0]) => chat.page({ limit: 100 }).items.map((m) => m.text);
  const versions = () => chats[0].page({ limit: 100 }).items.map((m) => m.version);
  /** Each message with the names of its files. */
  const shown = () =>
    chats[0].page({ limit: 100 }).items.map(({ text, files = [] }) => {
      const names = files.map(({ name }) => name).join(' + ');
      return names ? `${text} [${names}]` : text;
    });
  return { server, log, versions, chats, shown, uploads: new FakeUploads(server) };
}

/** How a tab reaches a server. */
interface Reachable {
  readonly server: FakeChatServer;
  readonly uploads?: FakeUploads;
}

let made = 0;
export async function aTab(
  { server, uploads = new FakeUploads(server) }: Reachable,
  storage: OutboxStorage = new MemoryOutboxStorage(),
  tab = new FakeTabs().open(),
  contents: ContentStorage = new MemoryContentStorage(),
) {
  await tab.join();
  const outbox = await Outbox.create({
    connection: server,
    archive: new ChatArchive(server),
    storage,
    contents,
    uploads,
    tabs: new GroupOutboxTabs(tab),
    newId: () => ClientMsgId.parse(`k${++made}`),
    now: () => new Date('2026-03-02T11:00:00.000Z'),
    random: () => 1,
  });
  const waiting = () => outbox.entries().map((entry) => `${entry.text}: ${entry.state}`);
  await outbox.flush();
  return { outbox, storage, contents, tab, waiting };
}

/** `one` is on its way to the server, which does not answer before `release`. */
export async function underWay(
  { server }: Pick<ReturnType<typeof aServer>, 'server'>,
  outbox: Outbox,
) {
  const release = server.holdAcks();
  const arrival = server.nextArrival();
  const added = outbox.add(c1, 'one');
  await arrival;
  return { added, release, id: outbox.entries()[0]!.clientMsgId };
}

/** Two tabs, each with a line of its own, so that one sees who has sent; `one` leads. */
export async function twoTabs() {
  const formerly = aServer();
  const server = new FakeChatServer(me, formerly.chats);
  const now = { ...formerly, server, uploads: new FakeUploads(server) };
  server.goOnline();
  const [storage, contents] = [new MemoryOutboxStorage(), new MemoryContentStorage()];
  const group = new FakeTabs();
  const one = await aTab(formerly, storage, group.open(), contents);
  const two = await aTab(now, storage, group.open(), contents);
  return { one, two, formerly, now, storage, contents };
}
