import type { AccessApi, ChatLogApi, MessagesApi, UsersApi } from '@app/contracts';
import { Metrics, UlidGenerator, type Database } from '@app/platform';
import { ManualTime, MongoDatabase } from '@app/platform/testing';
import { Announcer } from '../announcer.js';
import { ChatLogService } from '../chat-log.service.js';
import { ChatLog } from '../chat-log.js';
import { HiddenMessagesRepository } from '../hidden-messages.repository.js';
import { SlotsRepository } from '../log/slots.repository.js';
import { MessageFinder } from '../message-finder.js';
import { MessageReader } from '../message-reader.js';
import { HeardFacts, HeardPublisher } from './stand-ins.js';

/** Close the database. */
export interface OpenLog {
  readonly database: Database;
  readonly messages: Pick<MessagesApi, 'list' | 'around'>;
  readonly chatLog: ChatLogApi;
}

/** What reads the logs of a database, without a wire in between: for figures. */
export async function openLog(uri: string, access: AccessApi): Promise<OpenLog> {
  const database = new MongoDatabase(uri);
  const slots = new SlotsRepository(database);
  const hidden = new HiddenMessagesRepository(database);
  const metrics = new Metrics();
  const announcer = new Announcer(access, new HeardPublisher(), new HeardFacts(), metrics);
  const log = new ChatLog(slots, announcer, new UlidGenerator(), metrics);
  metrics.onApplicationShutdown();
  const finder = new MessageFinder(access, slots, {} as UsersApi);
  await database.open();
  return {
    database,
    messages: new MessageReader(access, log, slots, finder, hidden),
    chatLog: new ChatLogService(log, hidden, slots, new ManualTime('2026-03-02T11:00:00.000Z')),
  };
}
