import type { WebhookPatch, WebhookWithSecret } from '@app/contracts';
import type { ModelChat } from '@app/contracts/testing';
import { eventually } from '@app/platform/testing';
import { DeliveryPruning } from './delivery/delivery-pruning.js';
import { DeliveriesRepository } from './delivery/deliveries.repository.js';
import { WebhookDesk } from './hooks/webhook-desk.js';
import { origin, person, WebhooksBench } from './testing/webhooks-bench.js';

const ada = person('ada');
const url = 'https://hooks.example.com/parley?key=hidden';

describe('WebhooksService', () => {
  let bench: WebhooksBench;
  let chat: ModelChat;
  let chats = 0;

  beforeAll(async () => {
    bench = await WebhooksBench.open({ environment: {} });
    bench.paper.roles.set('mia', 'moderator');
  });

  beforeEach(() => {
    chat = bench.paper.chat(`chat${++chats}`, 'ada', 'mia');
  });

  afterAll(() => bench.close());

  const made = () => bench.make({ url, chatIds: [chat.chatId] });
  const change = (name: string, { id }: WebhookWithSecret, patch: WebhookPatch) =>
    bench.api.change(person(name), { webhookId: id, patch, origin });
  const deedsOf = ({ id }: WebhookWithSecret) =>
    bench.paper.deeds.filter(({ target }) => target?.id === id);

  it('shows its secret once', async () => {
    const { secret, ...webhook } = await made();
    expect(secret).toMatch(/^whsec_[0-9a-z]{32}$/);
    expect(await bench.api.get(ada, { webhookId: webhook.id })).toEqual(webhook);
    const renewed = await bench.api.newSecret(ada, { webhookId: webhook.id, origin });
    expect(renewed.secret).not.toBe(secret);
    expect((await bench.api.list(ada, { limit: 100 })).items).toContainEqual(webhook);
  });

  it.each([
    'http://hooks.example.com/',
    'https://127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'https://2130706433/',
    'https://localhost/',
    'https://printer.local/',
    'https://user:password@hooks.example.com/',
    'file:///etc/passwd',
  ])('does not post to %s', async (bad) => {
    const refusal = { code: 'validation_failed' };
    const chatIds = [chat.chatId];
    await expect(bench.make({ url: bad, chatIds })).rejects.toMatchObject(refusal);
    const webhook = await made();
    await expect(change('ada', webhook, { url: bad })).rejects.toMatchObject(refusal);
  });

  it('is for who runs the workspace now, whatever their token says', async () => {
    const webhook = await made();
    const mia = person('mia');
    const { id: webhookId } = webhook;
    const of = { webhookId, origin };
    const forbidden = { code: 'forbidden' };
    const input = {
      name: 'Hook',
      url,
      chatIds: [chat.chatId],
      events: ['message.created' as const],
    };
    for (const asked of [
      () => bench.api.list(mia, { limit: 10 }),
      () => bench.api.get(mia, { webhookId }),
      () => bench.api.create(mia, { webhook: input, origin }),
      () => change('mia', webhook, { state: 'paused' }),
      () => bench.api.remove(mia, of),
      () => bench.api.newSecret(mia, of),
      () => bench.api.ping(mia, of),
      () => bench.api.deliveries(mia, { webhookId, limit: 10 }),
      () => bench.api.replay(mia, { ...of, deliveryId: 'x' }),
    ])
      await expect(asked()).rejects.toMatchObject(forbidden);

    const refusals = () => bench.paper.deeds.filter(({ action }) => action === 'access.refused');
    // The first five in an hour.
    await eventually(() => expect(refusals()).toHaveLength(5));
    const refused = {
      outcome: 'refused',
      actor: { id: 'mia', role: 'moderator' },
      after: { right: 'manageWebhooks' },
    };
    for (const deed of refusals()) expect(deed).toMatchObject(refused);
    const target = { kind: 'webhook', id: webhookId };
    expect(refusals()).toContainEqual(expect.objectContaining({ target, origin }));
  });

  it('hears only what an admin of the chat lets it hear', async () => {
    const webhook = await made();
    const { chatId } = bench.paper.chat(`other${chats}`, 'cleo');
    const stranger = { code: 'not_member' };
    await expect(bench.make({ url, chatIds: [chatId] })).rejects.toMatchObject(stranger);
    await expect(change('ada', webhook, { chatIds: [chatId] })).rejects.toMatchObject(stranger);
    // Where what is said goes to is for who may hear all of it.
    const elsewhere = { url: 'https://elsewhere.example.com/' };
    await expect(change('cleo', webhook, elsewhere)).rejects.toMatchObject(stranger);
    expect(await change('cleo', webhook, { name: 'Renamed' })).toMatchObject({ name: 'Renamed' });

    bench.paper.chatRoles.set(`${chat.chatId} dan`, 'member');
    await expect(change('dan', webhook, elsewhere)).rejects.toMatchObject({ code: 'forbidden' });
    const direct = bench.paper.chat(`direct${chats}`, 'ada');
    bench.paper.kinds.set(direct.chatId, 'direct');
    const between = bench.make({ url, chatIds: [direct.chatId] });
    await expect(between).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is not changed by who has seen it otherwise', async () => {
    const webhook = await made();
    const { chatId } = bench.paper.chat(`late${chats}`, 'ada');
    const desk = bench.app.get(WebhookDesk);
    const seen = await desk.find(webhook.id);
    await change('ada', webhook, { chatIds: [chat.chatId, chatId] });
    const elsewhere = { url: 'https://elsewhere.example.com/' };
    const late = desk.change({ actor: ada, origin }, seen, elsewhere);
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect(await bench.api.get(ada, { webhookId: webhook.id })).toMatchObject({ url });
  });

  it('writes down what is done, and no secret', async () => {
    const webhook = await made();
    await change('ada', webhook, { state: 'paused', name: 'Paused' });
    await bench.api.remove(ada, { webhookId: webhook.id, reason: 'It is over', origin });
    await eventually(() => expect(deedsOf(webhook)).toHaveLength(3));
    const [created, changed, removed] = deedsOf(webhook);
    expect(created).toMatchObject({
      action: 'webhook.created',
      actor: { id: 'ada', role: 'admin' },
      origin,
      after: { host: 'hooks.example.com', state: 'active' },
    });
    expect(changed).toMatchObject({
      before: { name: 'Hook', state: 'active' },
      after: { name: 'Paused', state: 'paused' },
    });
    const over = { action: 'webhook.removed', outcome: 'done', reason: 'It is over' };
    expect(removed).toMatchObject(over);
    expect(JSON.stringify(deedsOf(webhook))).not.toMatch(/hidden|whsec/);
    const gone = bench.api.get(ada, { webhookId: webhook.id });
    await expect(gone).rejects.toMatchObject({ code: 'not_found' });
  });

  it('forgets deliveries after a while, and beyond a number', async () => {
    const { id } = await made();
    const log = bench.app.get(DeliveriesRepository);
    const note = (n: number, state: 'delivered' | 'dead') =>
      log.note(id, { id: `${id}-${state}-${n}`, type: 'message.created', state, attempts: 1 });
    const left = async () =>
      (await bench.api.deliveries(ada, { webhookId: id, limit: 100 })).items.map((one) =>
        one.id.slice(27),
      );
    await note(1, 'delivered');
    await note(1, 'dead');
    bench.clock.pass(8 * 86_400_000);
    await note(2, 'delivered');
    const pruning = bench.app.get(DeliveryPruning);
    await pruning.run();
    expect(await left()).toEqual(['delivered-2', 'dead-1']);
    for (let n = 3; n < 6; n++) await note(n, 'delivered');
    await log.prune(id, 'delivered', new Date(0), 2);
    expect(await left()).toEqual(['delivered-5', 'delivered-4', 'dead-1']);
  });

  it('gives up what waits for a job that is lost', async () => {
    const { id } = await made();
    const log = bench.app.get(DeliveriesRepository);
    await log.note(id, { id: `${id}-lost`, type: 'ping', state: 'waiting', attempts: 0 });
    bench.clock.pass(86_400_001);
    await log.note(id, { id: `${id}-new`, type: 'ping', state: 'waiting', attempts: 0 });
    await bench.app.get(DeliveryPruning).run();
    const { items } = await bench.api.deliveries(ada, { webhookId: id, limit: 10 });
    expect(items.map(({ id: one, state }) => [one.slice(27), state])).toEqual([
      ['new', 'waiting'],
      ['lost', 'dead'],
    ]);
  });

  it('pages through deliveries', async () => {
    const { id } = await made();
    const log = bench.app.get(DeliveriesRepository);
    for (let n = 0; n < 5; n++)
      await log.note(id, { id: `${id}-${n}`, type: 'ping', state: 'dead', attempts: n });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const query = { webhookId: id, limit: 2, state: 'dead' as const, cursor };
      const { items, page } = await bench.api.deliveries(ada, query);
      seen.push(...items.map(({ attempts }) => attempts));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([4, 3, 2, 1, 0]);
  });
});
