import type { ChatId } from '@app/contracts';
import { adapters, startEdgeApp, type Database } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import type { INestApplication } from '@nestjs/common';
import type { mongo } from 'mongoose';
import { ServerAppModule } from '../../apps/server/src/server-app.module.js';
import { Person } from '../people/person.js';
import { testConfig, urlOf } from '../topologies/deployment.js';

const sends = 200;

interface Update {
  readonly q: { readonly _id: string };
  readonly u: { readonly $set?: { readonly headSeq?: number } };
}

interface Find {
  /** `_id`: behind `<chatId>:` for all of a chat. */
  readonly filter: { readonly _id: { readonly $gt: string } };
  readonly projection: { readonly settings?: 1 };
}

/** The commands that a database is sent, as `insert messages`. */
class SentCommands {
  readonly #commands: string[] = [];
  readonly #following: string[] = [];
  readonly #heads = new Map<string, number>();
  readonly #audiences = new Set<string>();

  constructor({ connection }: Database) {
    connection.getClient().on('commandStarted', ({ commandName, command }: Started) => {
      const collection = String(command[commandName]);
      // They are asked by the clock, whatever people do; and nobody calls here.
      if (collection === 'jobs' || collection === 'calls') return;
      if (collection.endsWith('_deeds')) return;
      // The index of what is said, and the telling of it, follow in their own time.
      if (collection.startsWith('search_') || collection.startsWith('notification')) {
        this.#following.push(`${commandName} ${collection}`);
        return;
      }
      this.#commands.push(`${commandName} ${collection}`);
      const { filter, projection } = command as Partial<Find>;
      if (collection === 'memberships' && projection?.settings)
        this.#audiences.add(filter!._id.$gt);
      if (commandName !== 'update' || collection !== 'chats') return;
      for (const { q, u } of command['updates'] as Update[])
        if (u.$set?.headSeq !== undefined) this.#heads.set(q._id, u.$set.headSeq);
    });
  }

  forget(): void {
    this.#commands.length = 0;
    this.#following.length = 0;
  }

  /** How often this was sent by what follows: the index, and who tells people. */
  followingOf(command: string): number {
    return this.#following.filter((one) => one === command).length;
  }

  /** `{[command]: how often}`. */
  get counts(): Record<string, number> {
    const groups = Map.groupBy(this.#commands, (command) => command);
    return Object.fromEntries([...groups].map(([command, all]) => [command, all.length]));
  }

  /** Whether it was read who is to be told of what is said there: they are remembered then. */
  knowsAudienceOf(chatId: ChatId): boolean {
    return this.#audiences.has(`${chatId}:`);
  }

  /** How far the stored record of a chat has come. */
  headOf(chatId: ChatId): number | undefined {
    return this.#heads.get(chatId);
  }
}

type Started = mongo.CommandStartedEvent;

// Embedded only: it is the same in every shape, and here the commands can be counted.
describe('What the database is asked', () => {
  let app: INestApplication;
  let commands: SentCommands;
  let people: [Person, Person, Person];

  beforeAll(async () => {
    const config = testConfig({ MONGODB_URI: `${freshDatabaseUri()}?monitorCommands=true` });
    const ports = await adapters(config);
    // Sweeps by the clock would be counted with what people cause.
    ports.jobs!.every = () => undefined;
    app = await startEdgeApp(ServerAppModule.with(ports, config), config);
    commands = new SentCommands(ports.database!);
    const arrive = (name: string) => Person.arrive(urlOf(app), name);
    people = [await arrive('ada'), await arrive('ben'), await arrive('cy')];
  });

  afterAll(async () => {
    for (const person of people) person.leave();
    await app.close();
  });

  /** What follows sends is written a little later. */
  const isFollowed = (chatId: ChatId, headSeq: number) =>
    eventually(() => expect(commands.headOf(chatId)).toBe(headSeq));

  /** Where somebody has spoken before, and everything of it is written. */
  const warmChats = async (): Promise<ChatId[]> => {
    const [ada, ben, cy] = people;
    const chatIds = [
      await ada.direct(ben),
      await ada.group('crew', ben, cy),
      await ben.channel(`cost-${Date.now()}`),
    ];
    for (const chatId of chatIds) {
      await isFollowed(chatId, (await ben.send(chatId, 'first')).seq);
      await eventually(() => expect(commands.knowsAudienceOf(chatId)).toBe(true));
    }
    return chatIds;
  };

  it('by sends: no read, and one write per collection to follow all chats', async () => {
    const chatIds = await warmChats();
    const [, ben] = people;
    // Whatever was still on its way from before is over by the next round.
    await eventually(async () => {
      commands.forget();
      const sent = await Promise.all(
        Array.from({ length: sends }, (_, n) =>
          ben.send(chatIds[n % chatIds.length]!, `line ${n}`),
        ),
      );
      for (const chatId of chatIds) {
        const seqs = sent.filter((message) => message.chatId === chatId).map(({ seq }) => seq);
        await isFollowed(chatId, Math.max(...seqs));
      }

      const { 'insert messages': inserts = 0, ...others } = commands.counts;
      expect(inserts).toBeGreaterThan(0);
      expect(inserts).toBeLessThanOrEqual(sends);
      const { 'update chats': windows = 0, 'update memberships': marks = 0 } = others;
      expect(Object.keys(others).sort()).toEqual(['update chats', 'update memberships']);
      expect(marks).toBe(windows);
      // Chats and messages do not multiply it; only time does, by windows of 200 ms.
      expect(windows).toBeLessThan(sends / 4);
    });
    // Nor does the index read what it has written: each chat once, if it was cold; and those in
    // which something was said before all this may still be on their way.
    await eventually(() => expect(commands.followingOf('update search_chats')).toBeGreaterThan(0));
    expect(commands.followingOf('find search_chats')).toBeLessThan(sends / 10);
    expect(commands.followingOf('update search_chats')).toBeLessThan(sends / 2);
  });

  it('by people who read what is said to its end: no read, and one write for marks', async () => {
    const [ada, ben, cy] = people;
    const [, chatId] = (await warmChats()) as [ChatId, ChatId, ChatId];
    const readers = [ben, cy];
    const say = async (text: string) => {
      const { seq } = await ada.send(chatId, text);
      const reads = await Promise.all(
        readers.map((person) => person.tell('read_message', { chatId, seq })),
      );
      for (const { state } of reads)
        expect(state).toMatchObject({ lastReadSeq: seq, unread: 0, mentions: 0 });
      return seq;
    };
    // How far they had read before this process was there, is looked up once.
    await isFollowed(chatId, await say('news'));
    commands.forget();
    const began = performance.now();
    for (let n = 0; n < 20; n++) await say(`line ${n}`);
    await isFollowed(chatId, await say('the last line'));

    const { 'insert messages': inserts = 0, ...others } = commands.counts;
    expect(inserts).toBeGreaterThan(0);
    expect(Object.keys(others).sort()).toEqual(['update chats', 'update memberships']);
    // By windows of 200 ms, however many those were: those of the log, and those of the marks.
    const windows = Math.ceil((performance.now() - began) / 200) + 1;
    expect(others['update memberships']).toBeLessThanOrEqual(2 * windows);
    // What is read is looked for among what waits for these people, many marks at once; that they
    // were added to the chat is marked as read.
    for (const command of ['find notifications', 'update notifications'])
      expect(commands.followingOf(command)).toBeLessThanOrEqual(2 * windows);
  });

  it('by people who come again: nothing', async () => {
    await warmChats();
    const comeAgain = () => Promise.all(people.map((person) => person.connect()));
    // Which chats they are in now, is read once.
    await comeAgain();
    commands.forget();
    for (let n = 0; n < 5; n++) await comeAgain();
    expect(commands.counts).toEqual({});
  });

  it('by a list of chats: one read of what is hidden, however many have come', async () => {
    await warmChats();
    const [, ben] = people;
    for (const limit of [1, 100]) {
      commands.forget();
      const { body } = await ben.get(`/api/chats?limit=${limit}`);
      expect((body as { items: unknown[] }).items.length).toBeGreaterThan(limit === 1 ? 0 : 2);
      expect(commands.counts['find hidden_messages']).toBe(1);
    }
  });
});
