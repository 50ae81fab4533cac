import type { ChatId, Message } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('two people of whom one blocks the other, %s', (_, start) => {
  let deployment: Deployment;
  let ada: Person;
  let bob: Person;
  let chatId: ChatId;
  let words: Message;

  beforeAll(async () => {
    deployment = await start();
  });

  afterAll(() => deployment.close());

  beforeEach(async () => {
    ada = await Person.arrive(deployment.url, 'ada');
    bob = await Person.arrive(deployment.url, 'bob');
    chatId = await ada.direct(bob);
    words = await bob.send(chatId, 'as long as I may');
  });

  afterEach(() => {
    for (const person of [ada, bob]) {
      person.leave();
      expect(person.complaints).toEqual([]);
    }
  });

  const block = async () => {
    expect((await ada.put(`/api/users/${bob.id}/block`, {})).status).toBe(204);
    // The chats module hears of it a moment later.
    await eventually(async () => {
      const { status } = await bob.post('/api/messages', { chatId, text: 'hello?' });
      expect(status).toBe(403);
    });
  };
  const overRest = (person: Person) => person.post('/api/messages', { chatId, text: 'psst' });
  const overSocket = (person: Person) => person.ask('send_message', { chatId, text: 'psst' });

  it('say nothing new to each other, by REST nor by socket', async () => {
    await block();
    for (const person of [ada, bob]) {
      expect(await overRest(person)).toMatchObject({ status: 403, body: { code: 'blocked' } });
      expect(await overSocket(person)).toMatchObject({ ok: false, problem: { code: 'blocked' } });
      const items = [{ chatId, text: 'psst' }];
      const { body } = await person.post('/api/messages/batch', { items });
      expect(body).toMatchObject({ items: [{ ok: false, problem: { code: 'blocked' } }] });
    }
  });

  it('may still read, and change and delete what they have said', async () => {
    await block();
    expect((await bob.get(`/api/messages/${chatId}`)).status).toBe(200);
    const path = `/api/messages/${words.id}`;
    expect((await bob.put(path, { text: 'sorry' })).status).toBe(200);
    expect((await bob.delete(path)).status).toBe(200);
  });

  it('talk in a group with others, and again once the block is lifted', async () => {
    const carol = await Person.register(deployment.url, 'carol');
    const group = await carol.group('three', ada, bob);
    await block();
    await ada.send(group, 'to all of you');
    expect((await ada.delete(`/api/users/${bob.id}/block`)).status).toBe(204);
    await eventually(async () => expect((await overRest(bob)).status).toBe(201));
    expect(await overSocket(ada)).toMatchObject({ ok: true });
  });
});
