import {
  ChatLogApi,
  ImportedMessagesApi,
  MessagesApi,
  PinsApi,
  ReactionsApi,
  UserId,
  type FilesApi,
  type ReadsApi,
  type Actor,
  type ChatId,
  type ClientMsgId,
  type Message,
  type SessionId,
  type UsersApi,
  usualDeleteWindow,
  type WorkspaceRole,
} from '@app/contracts';
import { Metrics, UlidGenerator, type Database } from '@app/platform';
import { HeardDeeds, ManualTime, MongoDatabase, wireChecked } from '@app/platform/testing';
import { Announcer } from '../announcer.js';
import { ChatFiles } from '../chat-files.js';
import { ChatLogService } from '../chat-log.service.js';
import { ChatLog } from '../chat-log.js';
import { HiddenMessagesRepository } from '../hidden-messages.repository.js';
import { SlotsRepository } from '../log/slots.repository.js';
import { ImportedMessagesService } from '../imported-messages.service.js';
import { MessageChanges } from '../message-changes.js';
import { MessageDeletions } from '../message-deletions.js';
import { MessageDrafts } from '../message-drafts.js';
import { MessageFinder } from '../message-finder.js';
import { MessageReader } from '../message-reader.js';
import type { MessageWindows } from '../message-windows.js';
import { MessagesService } from '../messages.service.js';
import { PinsService } from '../pins.service.js';
import { ReactionsService } from '../reactions.service.js';
import {
  HeardFacts,
  HeardPublisher,
  PaperAccess,
  PaperFiles,
  PaperPeople,
  PaperReads,
} from './stand-ins.js';

export const actor = (userId: string, role: WorkspaceRole = 'member'): Actor => ({
  userId: UserId.parse(userId),
  sessionId: `session-of-${userId}` as SessionId,
  role,
});

/**
 * The messages module on a real database, with members on paper, and what was told written down.
 * Its ports speak as over a wire. Several benches on one database are several processes.
 */
export class MessageBench {
  readonly clock = new ManualTime('2026-03-02T11:00:00.000Z');
  readonly publisher = new HeardPublisher();
  readonly facts = new HeardFacts();
  readonly people = new PaperPeople();
  readonly reads = new PaperReads();
  readonly files = new PaperFiles();
  readonly messages: MessagesApi;
  readonly reactions: ReactionsApi;
  readonly pins: PinsApi;
  readonly chatLog: ChatLogApi;
  readonly imported: ImportedMessagesApi;
  readonly log: ChatLog;
  readonly deeds: HeardDeeds;
  readonly announcer: Announcer;
  readonly #metrics = new Metrics();

  private constructor(
    readonly database: Database,
    readonly access: PaperAccess,
    readonly windows: { edit: number; delete: number },
  ) {
    const ids = new UlidGenerator();
    const slots = new SlotsRepository(database);
    const hidden = new HiddenMessagesRepository(database);
    this.announcer = new Announcer(access, this.publisher, this.facts, this.#metrics);
    this.log = new ChatLog(slots, this.announcer, ids, this.#metrics);
    const finder = new MessageFinder(access, slots, this.people as unknown as UsersApi);
    const reader = new MessageReader(access, this.log, slots, finder, hidden);
    const reads = this.reads as unknown as ReadsApi;
    this.deeds = new HeardDeeds('messages', database, this.clock);
    const { outbox } = this.deeds;
    const now = { now: () => this.clock.now() };
    const live = Object.assign(windows, now) as unknown as MessageWindows;
    const deletions = new MessageDeletions(finder, this.log, hidden, reads, outbox, live);
    const changes = new MessageChanges(finder, this.log, deletions, live);
    const files = this.files as unknown as FilesApi;
    const drafts = new MessageDrafts(files, slots, this.clock, ids);
    const chatFiles = new ChatFiles(access, this.log, slots, hidden);
    const service = new MessagesService(access, this.log, reader, changes, drafts, chatFiles);
    this.messages = wireChecked(MessagesApi, service);
    const reactions = new ReactionsService(finder, this.log, reader);
    this.reactions = wireChecked(ReactionsApi, reactions);
    const pins = new PinsService(access, this.log, slots, finder, reader, this.clock);
    this.pins = wireChecked(PinsApi, pins);
    this.chatLog = wireChecked(ChatLogApi, new ChatLogService(this.log, hidden, slots, this.clock));
    const imported = new ImportedMessagesService(drafts, this.log);
    this.imported = wireChecked(ImportedMessagesApi, imported);
  }

  static async start(
    uri: string,
    { access = new PaperAccess(), editWindow = 86_400 } = {},
  ): Promise<MessageBench> {
    const bench = new MessageBench(new MongoDatabase(uri), access, {
      edit: editWindow,
      delete: usualDeleteWindow,
    });
    await bench.database.open();
    bench.deeds.outbox.onApplicationBootstrap();
    return bench;
  }

  /** A text by `who`; the id is made of it unless given. */
  async say(
    who: Actor,
    chatId: ChatId,
    text: string,
    clientMsgId = `id of ${text}`.slice(0, 64),
  ): Promise<Message> {
    const input = { chatId, text, clientMsgId: clientMsgId as ClientMsgId };
    return (await this.messages.send(who, input)).message;
  }

  /** Everything is told that was stored. */
  async told(): Promise<void> {
    await this.announcer.settled();
  }

  async close(): Promise<void> {
    await this.log.onApplicationShutdown();
    await this.deeds.outbox.onApplicationShutdown();
    await this.database.close();
    this.#metrics.onApplicationShutdown();
  }
}
