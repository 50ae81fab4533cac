import type {
  AuditPage,
  HookPosted,
  IncomingWebhook,
  IncomingWebhookWithPath,
  MessagePage,
  User,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('incoming webhooks, %s', (_, start) => {
  let deployment: Deployment;
  let olga: Person;
  let ben: Person;
  let chatId: string;
  let webhook: IncomingWebhookWithPath;

  beforeAll(async () => {
    deployment = await start();
    olga = await Person.arrive(deployment.url, 'olga');
    ben = await Person.arrive(deployment.url, 'ben');
    chatId = await olga.group('crew', ben);
    webhook = await made();
  });

  afterAll(async () => {
    for (const person of [olga, ben]) {
      expect(person.complaints).toEqual([]);
      person.leave();
    }
    await deployment.close();
  });

  async function made(about: object = {}): Promise<IncomingWebhookWithPath> {
    const wanted = { name: 'Builds', chatId, ...about };
    const { status, body } = await olga.post('/api/admin/incoming-webhooks', wanted);
    expect([status, body]).toEqual([201, expect.objectContaining({ name: 'Builds' })]);
    return body as IncomingWebhookWithPath;
  }

  /** As a program of somebody else: an address, and no token. */
  async function post(path: string, body: string, headers: Record<string, string> = {}) {
    const response = await fetch(deployment.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    return { status: response.status, body: await response.json() };
  }

  const say = (text: string, headers = {}) => post(webhook.path, JSON.stringify({ text }), headers);
  const path = (hook = webhook, rest = '') => `/api/admin/incoming-webhooks/${hook.id}${rest}`;
  const texts = async () => {
    const { items } = (await ben.get(`/api/messages/${chatId}?limit=100`)).body as MessagePage;
    return items.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  };

  it('say something in a chat, as somebody whom one sees to be no person', async () => {
    expect(await say('Build **1** is green')).toMatchObject({ status: 200 });
    const message = await ben.hears('new_message', ({ text }) => text.includes('green'));
    expect(message).toMatchObject({ chatId, senderId: webhook.userId, kind: 'text' });
    const { body } = await ben.get(`/api/users/${webhook.userId}`);
    expect(body as User).toMatchObject({ name: 'Builds', role: 'bot', isWebhook: true });
  });

  it('understand programs that know Slack', async () => {
    const slack = {
      text: '<https://ci.example.com/2|Build 2> &lt;3 <!channel>',
      username: 'Not me',
      icon_emoji: ':ghost:',
      channel: '#elsewhere',
      attachments: [{ fallback: 'For the old', color: 'good', title: 'Took 3 min' }],
    };
    const form = new URLSearchParams({ payload: JSON.stringify(slack) });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post(webhook.path, form.toString(), type)).toMatchObject({ status: 200 });
    expect((await texts()).at(-1)).toBe(
      '[Build 2](https://ci.example.com/2) <3 @\u2060channel\n\nTook 3 min',
    );
  });

  it('say once what is repeated', async () => {
    const key = { 'idempotency-key': 'build-3' };
    const posted = await Promise.all([1, 2, 3].map(() => say('Build 3', key)));
    const ids = posted.map(({ body }) => (body as HookPosted).messageId);
    expect(new Set(ids).size).toBe(1);
    const body = JSON.stringify({ text: 'Build 4', clientMsgId: 'build-4' });
    for (let n = 0; n < 3; n++) expect((await post(webhook.path, body)).status).toBe(200);
    const other = JSON.stringify({ text: 'Build 5', clientMsgId: 'build-4' });
    expect(await post(webhook.path, other)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_conflict' },
    });
    expect((await texts()).filter((text) => /Build [345]/.test(text))).toEqual([
      'Build 3',
      'Build 4',
    ]);
  });

  it('open nothing else: no token is made of them, and nothing is read', async () => {
    const tokens = `/api/admin/bots/${webhook.userId}/tokens`;
    const token = { name: 'A way in', scopes: ['messages:read'] };
    expect((await olga.post(tokens, token)).status).toBe(403);
    for (const [method, at] of [
      ['GET', webhook.path],
      ['GET', `/api/messages/${chatId}`],
      ['GET', path()],
    ] as const) {
      const secret = webhook.path.split('/').at(-1)!;
      const headers = { authorization: `Bearer ${secret}` };
      const response = await fetch(deployment.url + at, { method, headers });
      expect([401, 405]).toContain(response.status);
    }
  });

  it('refuse what nobody should send', async () => {
    const tooMuch = JSON.stringify({ text: 'x'.repeat(200_000) });
    const nested = `{"text":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    for (const [body, status, headers] of [
      [tooMuch, 413, {}],
      [JSON.stringify({ text: 'x'.repeat(9000) }), 422, {}],
      [JSON.stringify({ text: '' }), 422, {}],
      [JSON.stringify({ text: { $ne: 1 } }), 422, {}],
      [nested, 422, {}],
      ['{"text":"x","__proto__":{"a":1}}', 422, {}],
      ['{"text":', 422, {}],
      ['"text"', 422, {}],
      ['{"text":"x"}', 415, { 'content-type': 'text/html' }],
      ['{"text":"x"}', 415, { 'content-type': 'application/json; charset=klingon' }],
      ['{"text":"x"}', 422, { 'idempotency-key': 'a b' }],
    ] as const)
      expect((await post(webhook.path, body, headers)).status).toBe(status);
    const html = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    expect((await say(html)).status).toBe(200);
    expect((await texts()).at(-1)).toBe(html);
  });

  it('tell nobody whose address it would have been', async () => {
    const other = await made();
    const wrong = `/api/hooks/${webhook.id}/${other.path.split('/').at(-1)}`;
    const unknown = `/api/hooks/${'0'.repeat(26)}/${'0'.repeat(32)}`;
    const answers = [];
    for (const at of [wrong, unknown]) {
      const { status, body } = await post(at, '{"text":"x"}');
      answers.push([status, body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject([404, { code: 'not_found' }]);
  });

  it('say why nothing is said', async () => {
    const hook = await made();
    const closed = (reason: string) => ({
      status: 409,
      body: { code: 'webhook_closed', params: { reason } },
    });
    const asked = () => post(hook.path, '{"text":"Heard?"}');
    const patch = (body: object) => olga.request('PATCH', path(hook), body);
    expect((await patch({ state: 'paused' })).status).toBe(200);
    expect(await asked()).toMatchObject(closed('paused'));
    expect((await patch({ state: 'active' })).status).toBe(200);
    expect((await asked()).status).toBe(200);
    expect((await olga.put(`/api/chats/${chatId}`, { isArchived: true })).status).toBe(200);
    await eventually(async () => expect(await asked()).toMatchObject(closed('chat_closed')));
    expect((await olga.put(`/api/chats/${chatId}`, { isArchived: false })).status).toBe(200);
    await eventually(async () => expect((await asked()).status).toBe(200));
    await olga.request('DELETE', `/api/chats/${chatId}/members/${hook.userId}`);
    await eventually(async () => expect(await asked()).toMatchObject(closed('not_member')));
  });

  it('are nobody’s once they are removed, or have another address', async () => {
    const renewed = await olga.post(path(webhook, '/secret'), {});
    expect(renewed.status).toBe(201);
    expect((await say('By the old address')).status).toBe(404);
    webhook = renewed.body as IncomingWebhookWithPath;
    expect((await say('By the new one')).status).toBe(200);
    const { body } = await olga.get(path());
    expect((body as IncomingWebhook).lastUsedAt).toBeDefined();
    expect((await olga.request('DELETE', path())).status).toBe(204);
    expect((await say('By nobody')).status).toBe(404);
    const account = await ben.get(`/api/users/${webhook.userId}`);
    expect(account.body).toMatchObject({ name: 'Builds', isDeactivated: true });
    expect(await texts()).toContain('By the new one');
  });

  it('are gone with their chat, and leave no secret in the audit log', async () => {
    const doomed = await olga.group('doomed', ben);
    const hook = await made({ chatId: doomed });
    expect((await olga.request('DELETE', `/api/chats/${doomed}`)).status).toBe(204);
    await eventually(async () => {
      const refused = await post(hook.path, '{"text":"x"}');
      expect(refused).toMatchObject({ status: 410, body: { code: 'gone' } });
    });
    expect((await olga.request('DELETE', path(hook))).status).toBe(204);
    await eventually(async () => {
      const log = await olga.get(`/api/admin/audit?targetId=${hook.id}`);
      const { items } = log.body as AuditPage;
      expect(items.map(({ action }) => action)).toEqual([
        'incoming_webhook.removed',
        'incoming_webhook.created',
      ]);
    });
    const { body } = await olga.get('/api/admin/audit?limit=100');
    expect(JSON.stringify(body)).not.toContain(hook.path.split('/').at(-1));
  });
});
