import type {
  Chat,
  ChatId,
  IncomingWebhook,
  UserId,
  Webhook,
  WebhookDelivery,
  WebhookId,
} from '@app/contracts';
import { RequestProblem } from '@app/web-session';
import { CheckboxHarness, FieldHarness, TableHarness } from '@app/web-ui/testing';
import { aConsole, type Answer } from '../testing/a-console';
import { WebhooksPage } from './webhooks-page';

const createdAt = '2026-03-02T12:00:00.000Z';
const [ops, town] = ['ops', 'town'] as ChatId[] as [ChatId, ChatId];
const chats = [
  { id: ops, name: 'Operations', type: 'group', myRole: 'owner', isArchived: false },
  { id: town, name: 'Town', type: 'channel', myRole: 'member', isArchived: false },
] as Chat[];

const outgoing = (more: Partial<Webhook> = {}): Webhook => ({
  id: 'W1' as WebhookId,
  name: 'Archive',
  url: 'https://archive.example/hook',
  events: ['message.created', 'message.updated', 'message.deleted'],
  chatIds: [ops],
  state: 'active',
  createdBy: 'olga' as UserId,
  createdAt,
  ...more,
});

const incoming = (more: Partial<IncomingWebhook> = {}): IncomingWebhook => ({
  id: 'I1' as WebhookId,
  name: 'Builds',
  chatId: ops,
  userId: 'builds' as UserId,
  mayCallAll: false,
  state: 'active',
  createdBy: 'olga' as UserId,
  createdAt,
  ...more,
});

const dead: WebhookDelivery = {
  id: 'D1',
  type: 'message.created',
  state: 'dead',
  attempts: 14,
  status: 500,
  at: createdAt,
};

/** A server with one webhook of each way, and one delivery that was given up. */
function aServer(refusal?: Error): Answer {
  const page = { nextCursor: null };
  let [out, into]: [Webhook[], IncomingWebhook[]] = [[outgoing()], [incoming()]];
  return (method, path, { body }) => {
    if (path === 'chats') return { items: chats, page };
    if (path.startsWith('users/')) return { id: 'builds', avatar: '/api/files/avatars/old' };
    if (path.endsWith('/deliveries')) return { items: [dead], page };
    const isIncoming = path.startsWith('admin/incoming');
    if (method === 'GET') return { items: isIncoming ? into : out, page };
    if (refusal) return refusal;
    if (path.endsWith('/replay')) return { ...dead, state: 'waiting' };
    if (path.endsWith('/avatar')) return {};
    if (method === 'DELETE') {
      if (isIncoming) into = [];
      else out = [];
      return {};
    }
    if (isIncoming) {
      into = [incoming(method === 'POST' ? {} : body)];
      return { ...into[0], ...(method === 'POST' && { path: '/api/hooks/I1/new' }) };
    }
    out = [outgoing(method === 'POST' ? {} : body)];
    return { ...out[0], ...(method === 'POST' && { secret: 'whsec_new' }) };
  };
}

async function aPage(query = '', answer = aServer()) {
  const page = await aConsole(WebhooksPage, answer, { path: 'admin/webhooks', query });
  const table = await page.root.getHarness(TableHarness);
  const told = () => page.asked.filter(([method]) => method !== 'GET');
  return { ...page, table, told };
}

describe('WebhooksPage', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what is posted where, and by which address programs write', async () => {
    const { table, words } = await aPage();
    expect(await table.getFirstCells()).toEqual([expect.stringContaining('Archive')]);
    expect(words()).toContain('archive.example');
    expect(words()).toContain('Operations');
    expect(words()).not.toContain('Builds');
  });

  it('makes an incoming one for a chat that one runs, and shows its address once', async () => {
    const { press, dialog, told, words, settle, table } = await aPage('?way=incoming');
    expect(await table.getFirstCells()).toEqual([expect.stringContaining('Builds')]);
    await press('Make a webhook');
    await (await dialog()).press('Make a webhook');
    expect(told()).toEqual([]);
    expect(words()).not.toContain('Town');
    await (await (await dialog()).getHarness(FieldHarness)).write('Builds');
    await (await dialog()).press('Make a webhook');
    await settle();
    const made = { name: 'Builds', chatId: ops, mayCallAll: false };
    expect(told()).toEqual([['POST', 'admin/incoming-webhooks', made]]);
    await dialog();
    expect(words()).toContain('/api/hooks/I1/new');
    await (await dialog()).press('Close');
    await dialog(0);
    await table.open(0);
    await dialog();
    expect(words()).not.toContain('/api/hooks/I1/new');
  });

  it('pauses an incoming one, gives it another address, and removes it when that is meant', async () => {
    const { table, dialog, told, words } = await aPage('?way=incoming');
    await table.open(0);
    await (await dialog()).press('Pause');
    expect(words()).toContain('Paused');
    await (await dialog()).press('New address');
    await (await dialog(2)).press('New address');
    await dialog();
    expect(words()).toContain('/api/hooks/I1/new');
    await (await dialog()).press('Remove');
    const question = await dialog(2);
    await (await question.getHarness(FieldHarness)).write('Nobody builds');
    await question.press('Remove');
    await dialog(0);
    expect(words()).toContain('There is no incoming webhook yet');
    expect(told().at(-1)![2]).toEqual({ reason: 'Nobody builds' });
    expect(told().map(([method, path]) => `${method} ${path}`)).toEqual([
      'PATCH admin/incoming-webhooks/I1',
      'POST admin/incoming-webhooks/I1/secret',
      'DELETE admin/incoming-webhooks/I1',
    ]);
  });

  it('takes the picture from an incoming one', async () => {
    const { table, dialog, told, settle } = await aPage('?way=incoming');
    await table.open(0);
    const panel = await dialog();
    await settle();
    await panel.press('Remove picture');
    expect(told()).toEqual([['DELETE', 'admin/bots/builds/avatar', undefined]]);
  });

  it('makes an outgoing one, and says what is missing', async () => {
    const { press, dialog, told, words, settle } = await aPage();
    await press('Make a webhook');
    await (await dialog()).press('Make a webhook');
    for (const missing of ['Give it a name.', 'Choose one chat at least.', 'not accepted'])
      expect(words()).toContain(missing);
    const [name, url] = await (await dialog()).getAllHarnesses(FieldHarness);
    await name!.write('Archive');
    await url!.write('https://archive.example/hook');
    const chat = CheckboxHarness.with({ name: 'Operations' });
    await (await (await dialog()).getHarness(chat)).toggle();
    await (await dialog()).press('Make a webhook');
    await settle();
    expect(told()).toEqual([
      [
        'POST',
        'admin/webhooks',
        {
          name: 'Archive',
          url: 'https://archive.example/hook',
          events: ['message.created', 'message.updated', 'message.deleted'],
          chatIds: [ops],
        },
      ],
    ]);
    await dialog();
    expect(words()).toContain('whsec_new');
  });

  it('says that an address is not accepted, beside it', async () => {
    const refusal = new RequestProblem('validation_failed', 422, {});
    const { press, dialog } = await aPage('', aServer(refusal));
    await press('Make a webhook');
    const [name, url] = await (await dialog()).getAllHarnesses(FieldHarness);
    await name!.write('Inside');
    await url!.write('https://127.0.0.1/');
    const chat = CheckboxHarness.with({ name: 'Operations' });
    await (await (await dialog()).getHarness(chat)).toggle();
    await (await dialog()).press('Make a webhook');
    expect(await url!.getError()).toBe('This address is not accepted.');
  });

  it('posts again what was given up, and hears of less', async () => {
    const { table, dialog, told, words, settle } = await aPage();
    await table.open(0);
    const panel = await dialog();
    await settle();
    expect(words()).toContain('Given up · 14 tries · answered 500');
    await panel.press(/^Post again: New messages/);
    const deleted = CheckboxHarness.with({ name: 'Deleted messages' });
    await (await panel.getHarness(deleted)).toggle();
    await panel.press('Save');
    expect(told()).toEqual([
      ['POST', 'admin/webhooks/W1/deliveries/D1/replay', {}],
      ['PATCH', 'admin/webhooks/W1', { events: ['message.created', 'message.updated'] }],
    ]);
  });
});
