import {
  ClientMsgId,
  problem,
  type HookPost,
  type IncomingWebhookPatch,
  type IncomingWebhookWithPath,
} from '@app/contracts';
import type { ModelChat } from '@app/contracts/testing';
import { Database } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { origin, person, WebhooksBench } from '../testing/webhooks-bench.js';
import { HookAccount } from './hook-account.js';

const ada = person('ada');
const secretOf = ({ path }: IncomingWebhookWithPath) => path.split('/').at(-1)!;

describe('IncomingWebhooksService', () => {
  let bench: WebhooksBench;
  let chat: ModelChat;
  let chats = 0;

  beforeAll(async () => {
    bench = await WebhooksBench.open({ uri: freshDatabaseUri() });
    bench.paper.roles.set('mia', 'moderator');
  });

  beforeEach(() => {
    bench.paper.refusal = undefined;
    bench.paper.said.length = 0;
    chat = bench.paper.chat(`incoming${++chats}`, 'ada', 'mia');
  });

  afterAll(() => bench.close());

  const made = (mayCallAll = false) =>
    bench.makeIncoming({ chatId: chat.chatId, name: `Builds ${chats}`, mayCallAll });
  const post = (webhook: IncomingWebhookWithPath, said: HookPost, key?: string) =>
    bench.incoming.post(ada, { hookId: webhook.id, secret: secretOf(webhook), post: said, key });
  const change = (name: string, { id }: IncomingWebhookWithPath, patch: IncomingWebhookPatch) =>
    bench.incoming.change(person(name), { hookId: id, patch, origin });
  const deedsOf = ({ id }: IncomingWebhookWithPath) =>
    bench.paper.deeds.filter(({ target }) => target?.id === id);
  const texts = () => bench.paper.said.map(({ text }) => text);

  it('says something in its chat, by an account of its own', async () => {
    const webhook = await made();
    expect(await post(webhook, { text: 'Green' })).toEqual({ messageId: 'm0', isCreated: true });
    expect(bench.paper.said).toEqual([{ chatId: chat.chatId, text: 'Green', by: webhook.userId }]);
    expect(bench.paper.bots.get(webhook.userId)).toEqual({
      username: `hook-${webhook.id.toLowerCase()}`,
      name: webhook.name,
      isDeactivated: false,
    });
  });

  it('shows its address once, and keeps a hash of it', async () => {
    const { path, ...webhook } = await made();
    expect(path).toMatch(new RegExp(`^/api/hooks/${webhook.id}/[0-9a-z]{32}$`));
    const { id: hookId } = webhook;
    expect(await bench.incoming.get(ada, { hookId })).toEqual(webhook);
    const { items } = await bench.incoming.list(ada, { limit: 100 });
    expect(items).toContainEqual(webhook);
    const kept = bench.app.get(Database).connection.collection('incoming_webhooks');
    const stored = JSON.stringify(await kept.find({}).toArray());
    expect(stored).toContain(hookId);
    expect(stored).not.toContain(path.split('/').at(-1));
  });

  it('has another address, and the former one is nobody’s', async () => {
    const webhook = await made();
    const renewed = await bench.incoming.newSecret(ada, { hookId: webhook.id, origin });
    expect(secretOf(renewed)).not.toBe(secretOf(webhook));
    await expect(post(webhook, { text: 'Old' })).rejects.toMatchObject({ code: 'not_found' });
    await post(renewed, { text: 'New' });
    expect(texts()).toEqual(['New']);
  });

  it('takes a wrong secret and a webhook that there is not for the same', async () => {
    const [webhook, other] = [await made(), await made()];
    for (const wrong of [
      { ...webhook, path: other.path },
      { ...webhook, path: `/x/${'0'.repeat(32)}` },
      { ...webhook, id: other.id },
    ])
      await expect(post(wrong, { text: 'Mine' })).rejects.toMatchObject({
        code: 'not_found',
        params: {},
      });
    expect(texts()).toEqual([]);
  });

  it('says once what is repeated', async () => {
    const webhook = await made();
    const clientMsgId = ClientMsgId.parse('build-42');
    const first = await post(webhook, { text: 'Green', clientMsgId });
    expect(await post(webhook, { text: 'Green', clientMsgId })).toEqual({
      ...first,
      isCreated: false,
    });
    const key = 'k'.repeat(255);
    const byKey = await post(webhook, { text: 'Red' }, key);
    expect((await post(webhook, { text: 'Red' }, key)).messageId).toBe(byKey.messageId);
    expect(texts()).toEqual(['Green', 'Red']);
  });

  it('calls everybody only where an admin of the chat lets it', async () => {
    const webhook = await made();
    await post(webhook, { text: '@channel, <!here>' });
    bench.paper.chatRoles.delete(`${chat.chatId} mia`);
    const allowing = change('cleo', webhook, { mayCallAll: true });
    await expect(allowing).rejects.toMatchObject({ code: 'not_member' });
    await change('ada', webhook, { mayCallAll: true });
    await post(webhook, { text: '@channel' });
    expect(texts()).toEqual(['@\u2060channel, @\u2060here', '@channel']);
  });

  it('takes so many at once, of who has its address', async () => {
    const webhook = await made();
    const wrong = { ...webhook, path: `/x/${'0'.repeat(32)}` };
    for (let n = 0; n < 70; n++)
      await expect(post(wrong, { text: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    for (let n = 0; n < 60; n++) await post(webhook, { text: `Number ${n}` });
    const refused = post(webhook, { text: 'Too many' });
    await expect(refused).rejects.toMatchObject({ code: 'rate_limited' });
    await post(await made(), { text: 'By another one' });
    bench.clock.pass(1000);
    await post(webhook, { text: 'Later' });
  });

  it.each([
    ['paused', (webhook: IncomingWebhookWithPath) => change('ada', webhook, { state: 'paused' })],
    [
      'suspended',
      ({ userId }: IncomingWebhookWithPath) => {
        bench.paper.bots.get(userId)!.isDeactivated = true;
      },
    ],
    [
      'not_member',
      ({ userId, chatId }: IncomingWebhookWithPath) =>
        bench.paper.chatRoles.delete(`${chatId} ${userId}`),
    ],
    ['chat_closed', () => (bench.paper.refusal = problem('forbidden'))],
    [
      'muted',
      () => (bench.paper.refusal = problem('muted', { until: '2090-01-01T00:00:00.000Z' })),
    ],
  ] as const)('says that it is %s', async (reason, shut) => {
    const webhook = await made();
    await shut(webhook);
    const refused = post(webhook, { text: 'Green' });
    await expect(refused).rejects.toMatchObject({ code: 'webhook_closed', params: { reason } });
  });

  it('says that its chat is gone, and lets who is away be away', async () => {
    const webhook = await made();
    bench.paper.refusal = problem('not_found');
    await expect(post(webhook, { text: 'x' })).rejects.toMatchObject({ code: 'gone' });
    bench.paper.refusal = problem('service_unavailable', { service: 'messages' });
    await expect(post(webhook, { text: 'x' })).rejects.toMatchObject({
      code: 'service_unavailable',
    });
  });

  it('is renamed with its account, and notes that it is used', async () => {
    const webhook = await made();
    await change('ada', webhook, { name: 'Deploys' });
    expect(bench.paper.bots.get(webhook.userId)?.name).toBe('Deploys');
    await post(webhook, { text: 'x' });
    expect(await bench.incoming.get(ada, { hookId: webhook.id })).toMatchObject({
      name: 'Deploys',
      lastUsedAt: bench.clock.now().toISOString(),
    });
  });

  it('is removed with its account', async () => {
    const webhook = await made();
    await bench.incoming.remove(ada, { hookId: webhook.id, origin });
    expect(bench.paper.bots.get(webhook.userId)?.isDeactivated).toBe(true);
    expect(bench.paper.chatRoles.has(`${chat.chatId} ${webhook.userId}`)).toBe(false);
    await expect(post(webhook, { text: 'x' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves nobody behind who could not join', async () => {
    bench.paper.refusal = problem('conflict', { field: 'memberIds' });
    const before = bench.paper.bots.size;
    await expect(made()).rejects.toMatchObject({ code: 'conflict' });
    expect([...bench.paper.bots.values()].slice(before)).toMatchObject([{ isDeactivated: true }]);
  });

  it('can be removed again when that broke off', async () => {
    const webhook = await made();
    const account = bench.app.get(HookAccount);
    const retire = account.retire.bind(account);
    account.retire = () => Promise.reject(problem('service_unavailable', { service: 'users' }));
    const one = { hookId: webhook.id };
    const of = { ...one, origin };
    await expect(bench.incoming.remove(ada, of)).rejects.toMatchObject({
      code: 'service_unavailable',
    });
    account.retire = retire;
    expect(await bench.incoming.get(ada, one)).toMatchObject({ state: 'paused' });
    await bench.incoming.remove(ada, of);
    await expect(bench.incoming.get(ada, one)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is for who runs the workspace now, and for admins of the chat', async () => {
    const webhook = await made();
    const of = { hookId: webhook.id, origin };
    const mia = person('mia');
    const input = { name: 'Hook', chatId: chat.chatId, mayCallAll: false };
    for (const asked of [
      () => bench.incoming.list(mia, { limit: 10 }),
      () => bench.incoming.get(mia, { hookId: webhook.id }),
      () => bench.incoming.create(mia, { webhook: input, origin }),
      () => change('mia', webhook, { state: 'paused' }),
      () => bench.incoming.remove(mia, of),
      () => bench.incoming.newSecret(mia, of),
    ])
      await expect(asked()).rejects.toMatchObject({ code: 'forbidden' });

    bench.paper.chatRoles.set(`${chat.chatId} dan`, 'member');
    for (const [name, code] of [
      ['cleo', 'not_member'],
      ['dan', 'forbidden'],
    ] as const) {
      const creating = bench.incoming.create(person(name), { webhook: input, origin });
      await expect(creating).rejects.toMatchObject({ code });
      // Whoever has the address can write there.
      const renewing = bench.incoming.newSecret(person(name), of);
      await expect(renewing).rejects.toMatchObject({ code });
      expect(await change(name, webhook, { state: 'paused' })).toMatchObject({ state: 'paused' });
    }
  });

  it('writes down what is done, and no secret', async () => {
    const webhook = await made();
    await change('ada', webhook, { state: 'paused' });
    const of = { hookId: webhook.id, origin };
    const renewed = await bench.incoming.newSecret(ada, of);
    await bench.incoming.remove(ada, { ...of, reason: 'It is over' });
    await eventually(() => expect(deedsOf(webhook)).toHaveLength(4));
    expect(deedsOf(webhook)).toMatchObject([
      { action: 'incoming_webhook.created', after: { chatId: chat.chatId, mayCallAll: false } },
      {
        action: 'incoming_webhook.changed',
        before: { state: 'active' },
        after: { state: 'paused' },
      },
      { action: 'incoming_webhook.secret_renewed', actor: { id: 'ada', role: 'admin' }, origin },
      { action: 'incoming_webhook.removed', outcome: 'done', reason: 'It is over' },
    ]);
    const written = JSON.stringify(bench.paper.deeds);
    for (const secret of [webhook, renewed].map(secretOf)) expect(written).not.toContain(secret);
    expect(written).not.toContain('secretHash');
  });

  it('is one of a hundred', async () => {
    const kept = bench.app.get(Database).connection.collection('incoming_webhooks');
    const template = (await kept.findOne({}))!;
    const missing = 100 - (await kept.countDocuments());
    const copies = Array.from({ length: missing }, (_, n) => `COPY${String(n).padStart(22, '0')}`);
    await kept.insertMany(copies.map((_id) => ({ ...template, _id: _id as never })));
    await expect(made()).rejects.toMatchObject({ code: 'conflict', params: { field: 'webhooks' } });
    await kept.deleteOne({ _id: copies[0] as never });
    const pages = await bench.incoming.list(ada, { limit: 60 });
    const cursor = pages.page.nextCursor!;
    const rest = await bench.incoming.list(ada, { limit: 60, cursor });
    expect(new Set([...pages.items, ...rest.items].map(({ id }) => id)).size).toBe(99);
    await made();
  });
});
