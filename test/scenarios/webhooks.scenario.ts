import type {
  AuditPage,
  ChatId,
  Webhook,
  WebhookDeliveryPage,
  WebhookWithSecret,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { WebhookReceiver } from '@app/webhooks/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('webhooks, %s', (_, start) => {
  let deployment: Deployment;
  let receiver: WebhookReceiver;
  let olga: Person;
  let ben: Person;
  let chatId: ChatId;
  let webhook: WebhookWithSecret;

  beforeAll(async () => {
    deployment = await start();
    receiver = await WebhookReceiver.start();
    olga = await Person.arrive(deployment.url, 'olga');
    ben = await Person.arrive(deployment.url, 'ben');
    chatId = await olga.group('crew', ben);
    const hook = { name: 'Build', url: receiver.url, chatIds: [chatId] };
    const made = await olga.post('/api/admin/webhooks', hook);
    expect(made.status).toBe(201);
    webhook = made.body as WebhookWithSecret;
    receiver.secrets.set(webhook.id, webhook.secret);
  });

  afterAll(async () => {
    for (const person of [olga, ben]) person.leave();
    await receiver.down();
    await deployment.close();
  });

  const path = (rest = '') => `/api/admin/webhooks/${webhook.id}${rest}`;
  const texts = () => receiver.arrived.map(({ message }) => message?.text);

  it('post what people say, and what they change, once and in its order', async () => {
    for (let n = 1; n <= 20; n++) await (n % 2 ? ben : olga).send(chatId, `Number ${n}`);
    const { id } = await ben.send(chatId, 'To be edited');
    await eventually(() => expect(texts()).toHaveLength(21));
    expect(texts().slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, n) => `Number ${n + 1}`));
    expect((await ben.put(`/api/messages/${id}`, { text: 'Edited' })).status).toBe(200);
    await eventually(() =>
      expect(receiver.arrived.at(-1)).toMatchObject({
        type: 'message.updated',
        message: { id, text: 'Edited' },
      }),
    );
    expect(new Set(receiver.arrived.map((event) => event.id)).size).toBe(22);
  });

  it('deliver to who was away, and post again what they are asked to', async () => {
    await receiver.down();
    receiver.arrived.length = 0;
    for (const text of ['One', 'Two', 'Three']) await ben.send(chatId, text);
    await eventually(async () => {
      expect(((await olga.get(path())).body as Webhook).lastError).toMatch(/ECONNREFUSED/);
    });
    await receiver.up();
    await eventually(() => expect(texts()).toEqual(['One', 'Two', 'Three']), 90_000);
    const { id } = receiver.arrived[2]!;
    // It is written down once the answer to it has come.
    await eventually(async () => {
      const { body } = await olga.get(path('/deliveries?state=delivered&limit=1'));
      expect((body as WebhookDeliveryPage).items).toMatchObject([{ id }]);
    });
    const again = await olga.post(path(`/deliveries/${id}/replay`), {});
    expect(again).toMatchObject({ status: 202, body: { id, state: 'waiting' } });
    await eventually(() => expect(texts()).toEqual(['One', 'Two', 'Three', 'Three']));
    expect(receiver.arrived[3]).toEqual(receiver.arrived[2]);
  }, 180_000);

  it('deliver all, once by id and in the order of each chat, after they were away', async () => {
    const other = await olga.group('pilots', ben);
    const chatIds = [chatId, other];
    expect((await olga.request('PATCH', path(), { chatIds })).status).toBe(200);
    await receiver.down();
    receiver.arrived.length = 0;
    const said = Array.from({ length: 15 }, (_, n) => `Meanwhile ${n}`);
    for (const text of said) for (const where of chatIds) await ben.send(where, text);
    await eventually(async () => {
      expect(((await olga.get(path())).body as Webhook).lastError).toMatch(/ECONNREFUSED/);
    });
    await receiver.up();
    await eventually(() => expect(receiver.arrived).toHaveLength(30), 90_000);
    for (const where of chatIds) {
      const here = receiver.arrived.filter(({ message }) => message?.chatId === where);
      expect(here.map(({ message }) => message?.text)).toEqual(said);
    }
    expect(new Set(receiver.arrived.map(({ id }) => id)).size).toBe(30);
  }, 180_000);

  it('are nothing for others, and say nothing once they are gone', async () => {
    expect((await ben.get('/api/admin/webhooks')).status).toBe(403);
    expect((await olga.request('DELETE', path())).status).toBe(204);
    const { length } = receiver.arrived;
    await ben.send(chatId, 'Unheard');
    // Something else that comes by the same way, after it.
    const hook = { name: 'Other', url: receiver.url, chatIds: [chatId] };
    const other = (await olga.post('/api/admin/webhooks', hook)).body as WebhookWithSecret;
    receiver.secrets.set(other.id, other.secret);
    await ben.send(chatId, 'Heard');
    await eventually(() => expect(texts().slice(length)).toEqual(['Heard']));
    await eventually(async () => {
      const log = await olga.get(`/api/admin/audit?targetId=${webhook.id}`);
      expect((log.body as AuditPage).items.map(({ action }) => action).toSorted()).toEqual([
        'webhook.changed',
        'webhook.created',
        'webhook.removed',
        'webhook.replayed',
      ]);
    });
  });
});
