import { Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import type { INestApplication } from '@nestjs/common';
import type { mongo } from 'mongoose';
import { Person } from '../people/person.js';
import { giveAvatar, pixel, uploaded } from '../people/uploads.js';
import { serviceNames, Split, type ServiceName } from '../topologies/here.js';

/** Everybody's: which migrations were done, and who does them now. */
const shared = new Set(['migrations']);

describe('The collections of the services', () => {
  let split: Split;
  const asked = new Map<ServiceName, Set<string>>(serviceNames.map((name) => [name, new Set()]));

  beforeAll(async () => {
    split = await Split.start({ MONGODB_URI: `${freshDatabaseUri()}?monitorCommands=true` });
    for (const name of serviceNames) {
      for (const app of split.replicasOf(name)) listen(app, asked.get(name)!);
    }
  });

  afterAll(() => split.close());

  const declared = (name: ServiceName): string[] => [
    ...split.replicasOf(name)[0]!.get(Database).collections,
  ];

  it('belong to one service each', () => {
    const all = serviceNames.flatMap(declared);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(8);
  });

  it('are asked by nobody else, whatever people do', async () => {
    const ada = await Person.arrive(split.url, 'ada');
    const ben = await Person.arrive(split.url, 'ben');
    const chatId = await ada.group('crew', ben);
    const { id, seq } = await ada.send(chatId, 'hello @ben');
    await ben.tell('read_message', { chatId, seq });
    await ada.put(`/api/messages/${id}`, { text: 'hello again' });
    await ben.delete(`/api/messages/${id}?scope=me`);
    await uploaded(ada, { chatId, name: 'pixel.png', content: pixel });
    await giveAvatar(ben, '/api/users/avatar');
    await giveAvatar(ada, `/api/chats/${chatId}/avatar`);
    await ben.get('/api/chats');
    await ben.get(`/api/users/${ada.id}`);
    const { callId } = await ada.tell('call_user', { userId: ben.id, media: 'audio' });
    await ben.tell('call_accepted', { callId });
    await ada.tell('end_call', { callId });
    await ben.get('/api/calls');
    await ben.post('/api/auth/logout');
    ada.leave();
    ben.leave();

    for (const name of serviceNames) {
      const own = new Set([...declared(name), ...shared]);
      const names = [...asked.get(name)!];
      expect(names.filter((collection) => !own.has(collection))).toEqual([]);
      expect(names.length).toBeGreaterThan(0);
    }
  });
});

/** Notes the collection of every command that an app's database is sent. */
function listen(app: INestApplication, into: Set<string>): void {
  const { connection } = app.get(Database);
  connection
    .getClient()
    .on('commandStarted', ({ commandName, command }: mongo.CommandStartedEvent) => {
      const collection: unknown =
        commandName === 'getMore' ? command['collection'] : command[commandName];
      if (typeof collection === 'string') into.add(collection);
    });
}
