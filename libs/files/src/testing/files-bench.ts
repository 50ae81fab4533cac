import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AccessApi,
  AuditApi,
  CallsApi,
  ChatId,
  ChatLogApi,
  ChatsApi,
  FilesApi,
  MembersApi,
  MessagesApi,
  problem,
  SessionId,
  UserId,
  SettingsApi,
  UsersApi,
  type Access,
  type Actor,
  type AuditDeed,
  type FileId,
  type FileInfo,
  type HoldingMessages,
  type MessageId,
  type MessagesById,
} from '@app/contracts';
import {
  adapters,
  configFrom,
  JobQueue,
  PlatformModule,
  RealtimePublisher,
  type Adapters,
} from '@app/platform';
import { freshDatabaseUri, SetSettings, wireChecked } from '@app/platform/testing';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileTransfers } from '../file-transfers.js';
import { FilesModule } from '../files.module.js';
import { PaperOwners } from './paper-owners.js';
import { PaperPast } from './paper-past.js';

export const crew = ChatId.parse('crew');
export const others = ChatId.parse('others');

/** The first slot that those see who came late. */
export const lateSeq = 5;

/** Who is in which chat, as a test says it: stands in for the chats module. */
class PaperAccess implements Pick<AccessApi, 'of'> {
  readonly members = new Map<ChatId, Set<UserId>>();
  readonly latecomers = new Set<UserId>();
  readonly admins = new Set<UserId>();

  // eslint-disable-next-line @typescript-eslint/require-await -- throws as a promise
  async of({ userId }: Actor, { chatId }: { readonly chatId: ChatId }): Promise<Access> {
    const members = this.members.get(chatId);
    if (!members) throw problem('not_found');
    if (!members.has(userId)) throw problem('not_member', { chatId });
    const visibleFromSeq = this.latecomers.has(userId) ? lateSeq : 1;
    const role = this.admins.has(userId) ? 'admin' : 'member';
    return { chatId, kind: 'group', role, visibleFromSeq } as Access;
  }
}

/** Which messages are stored with which files, as a test says it: stands in for the messages. */
class PaperLog implements Pick<ChatLogApi, 'holding'> {
  readonly stored = new Map<MessageId, { readonly seq: number; readonly fileIds: FileId[] }>();

  holding(_: Actor, { messageIds }: MessagesById): Promise<HoldingMessages> {
    const items = messageIds.flatMap((messageId) => {
      const held = this.stored.get(messageId);
      return held ? [{ messageId, ...held }] : [];
    });
    return Promise.resolve({ items });
  }
}

@Module({})
class OthersModule {}

/**
 * The files module on a database and a folder of its own, called over a wire. It makes no previews
 * unless it is told to.
 */
export class FilesBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-files-'));
  readonly #access = new PaperAccess();
  readonly #log = new PaperLog();
  readonly #audit: Pick<AuditApi, 'append'> = {
    append: (_, { deeds }) => {
      this.deeds.push(...deeds);
      return Promise.resolve({});
    },
  };
  readonly owners = new PaperOwners();
  readonly past = new PaperPast();
  readonly settings = new SetSettings();
  /** What the audit log was told. */
  readonly deeds: AuditDeed[] = [];
  #app!: INestApplicationContext;

  static async open(settings: NodeJS.ProcessEnv = {}): Promise<FilesBench> {
    const bench = new FilesBench();
    const config = configFrom({
      NODE_ENV: 'test',
      JWT_SECRET: 's'.repeat(32),
      MONGODB_URI: freshDatabaseUri(),
      PARLEY_FILES_DIR: bench.folder,
      PATH: process.env['PATH'],
      PARLEY_PREVIEWS: 'off',
      ...settings,
    });
    const ports: Adapters = { ...(await adapters(config)), bindApi: wireChecked };
    @Module({ imports: [PlatformModule.forRoot(ports, config), bench.#others(), FilesModule] })
    class Root {}
    bench.#app = await NestFactory.createApplicationContext(Root, { logger: false });
    return bench;
  }

  get files(): FilesApi {
    return this.#app.get(FilesApi);
  }

  get transfers(): FileTransfers {
    return this.#app.get(FileTransfers);
  }

  /** One of the module's own. */
  part<T>(type: abstract new (...args: never[]) => T): T {
    return this.#app.get(type, { strict: false });
  }

  /** Listens to what is told to whom from now on. */
  hear(listen: (...told: Parameters<RealtimePublisher['publish']>) => void): void {
    const publisher = this.part(RealtimePublisher);
    const publish = publisher.publish.bind(publisher);
    publisher.publish = (...told) => {
      listen(...told);
      publish(...told);
    };
  }

  /** Somebody who is in these chats, and in no other. */
  person(name: string, ...chats: readonly ChatId[]): Actor {
    const userId = UserId.parse(name);
    for (const chatId of [crew, others]) {
      const members = this.#access.members.get(chatId) ?? new Set<UserId>();
      if (chats.includes(chatId)) members.add(userId);
      else members.delete(userId);
      this.#access.members.set(chatId, members);
    }
    return { userId, sessionId: SessionId.parse(`${name}-1`), role: 'member' };
  }

  /** Sees the chats from `lateSeq` on. */
  latecomer(name: string, ...chats: readonly ChatId[]): Actor {
    this.#access.latecomers.add(UserId.parse(name));
    return this.person(name, ...chats);
  }

  /** May change what the chats are. */
  admin(name: string, ...chats: readonly ChatId[]): Actor {
    this.#access.admins.add(UserId.parse(name));
    return this.person(name, ...chats);
  }

  /** The message is in the log, with these files. */
  stored(messageId: MessageId, seq: number, ...files: readonly FileInfo[]): void {
    this.#log.stored.set(messageId, { seq, fileIds: files.map(({ id }) => id) });
  }

  /** For the crew; a text, unless it is said what else. */
  upload(
    actor: Actor,
    said: string | Buffer,
    name = 'words.txt',
    chatId = crew,
  ): Promise<FileInfo> {
    const bytes = Buffer.from(said as string);
    const content = Readable.from([bytes], { objectMode: false });
    const chatIdAtEnd = () => Promise.resolve(chatId);
    const announcedBytes = bytes.length;
    return this.transfers.receive(actor, { name, content, announcedBytes, chatId, chatIdAtEnd });
  }

  /**
   * No job is done here from now on: neither those with which every process begins, which may take
   * their time, nor those of an hour that begins meanwhile, by whichever clock a test has.
   */
  stopJobs(): Promise<void> {
    return this.part(JobQueue).drain();
  }

  async close(): Promise<void> {
    await this.#app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What stands in for the other modules. */
  #others(): DynamicModule {
    const { owners, past } = this;
    const ports = [
      { provide: AccessApi, useValue: this.#access },
      { provide: AuditApi, useValue: this.#audit },
      { provide: CallsApi, useValue: past.calls },
      { provide: ChatLogApi, useValue: this.#log },
      { provide: ChatsApi, useValue: { ...owners.chats, ...past.chats } },
      { provide: MembersApi, useValue: past.members },
      { provide: MessagesApi, useValue: past.messages },
      { provide: SettingsApi, useValue: this.settings },
      { provide: UsersApi, useValue: { ...past.users, ...owners.users } },
    ];
    const exports = ports.map(({ provide }) => provide);
    return { module: OthersModule, global: true, providers: ports, exports };
  }
}
