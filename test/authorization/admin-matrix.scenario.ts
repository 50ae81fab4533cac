import { randomBytes } from 'node:crypto';
import {
  allScopes,
  type Account,
  type AnnouncementList,
  type AuditPage,
  type BackupList,
  type ImportList,
  type RetentionState,
  type IncomingWebhookWithPath,
  type MadeAnnouncement,
  type JobPage,
  type MadeToken,
  type ReportPage,
  type Topology,
  type WebhookDelivery,
  type WebhookWithSecret,
} from '@app/contracts';
import { adapters, defineJob, type Adapters } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import * as z from 'zod/mini';
import { Person } from '../people/person.js';
import { uploaded } from '../people/uploads.js';
import { embedded, type Deployment } from '../topologies/index.js';
import {
  adminEndpoints,
  workspaceAskers,
  type AdminEndpoint,
  type WorkspaceAsker,
} from './admin-endpoints.js';

/** Nobody succeeds in it. */
const vain = defineJob('test.vain', z.strictObject({}), { attempts: 1 });

const cases = adminEndpoints.flatMap((endpoint) =>
  workspaceAskers.map((asker) => [endpoint.route, asker, endpoint] as const),
);

describe('the authorization matrix of administration', () => {
  let deployment: Deployment;
  const people = new Map<WorkspaceAsker, Person>();
  let subject: Person;
  let bot: Account;
  /** Another bot, by a token that opens whatever one can. */
  let program: Person;
  /** Another process, whose jobs fail. */
  let other: Adapters;

  beforeAll(async () => {
    const mongodbUri = freshDatabaseUri();
    deployment = await embedded({ MONGODB_URI: mongodbUri });
    other = await adapters({ mongodbUri });
    await other.database!.open();
    other.jobs!.handle(vain, () => Promise.reject(new Error('In vain')));
    // The first account owns the workspace.
    for (const name of ['owner', 'admin', 'moderator', 'member', 'guest', 'suspended'] as const)
      people.set(name, await Person.register(deployment.url, name));
    subject = await Person.register(deployment.url, 'subject');
    const owner = people.get('owner')!;
    for (const role of ['admin', 'moderator', 'guest'] as const)
      await owner.put(`/api/users/${people.get(role)!.id}`, { role });
    await owner.put(`/api/users/${people.get('suspended')!.id}`, { isDeactivated: true });
    const made = await owner.post('/api/admin/bots', { username: 'the-bot', name: 'The bot' });
    bot = made.body as Account;
    const another = await owner.post('/api/admin/bots', { username: 'another', name: 'Another' });
    const { id } = another.body as Account;
    const wanted = { name: 'everything', scopes: allScopes };
    const { body } = await owner.post(`/api/admin/bots/${id}/tokens`, wanted);
    program = owner.withToken((body as MadeToken).token);
  });

  afterAll(async () => {
    await other.close();
    await deployment.close();
  });

  /** Of a person whom nobody has reported yet. */
  async function freshReport(): Promise<string> {
    const { id } = await Person.register(deployment.url, 'reported');
    await people.get('member')!.post(`/api/users/${id}/report`, { category: 'other' });
    const { body } = await people.get('owner')!.get('/api/admin/reports?limit=1');
    return (body as ReportPage).items[0]!.id;
  }

  async function freshToken(): Promise<string> {
    const wanted = { name: 'a program', scopes: ['chats:read'] };
    const { body } = await people.get('owner')!.post(`/api/admin/bots/${bot.id}/tokens`, wanted);
    return (body as MadeToken).id;
  }

  /** Of which owner and admin are admins. */
  async function freshChat(): Promise<string> {
    const [owner, admin] = [people.get('owner')!, people.get('admin')!];
    const chatId = await owner.group('crew', admin);
    await owner.put(`/api/chats/${chatId}/members/${admin.id}`, { role: 'admin' });
    return chatId;
  }

  /** To where nobody is. */
  async function freshWebhook(): Promise<string> {
    const webhook = { name: 'Hook', url: 'http://127.0.0.1:9/', chatIds: [await freshChat()] };
    const { body } = await people.get('owner')!.post('/api/admin/webhooks', webhook);
    return (body as WebhookWithSecret).id;
  }

  /** By which nobody has said anything yet. */
  async function freshHook(): Promise<string> {
    const hook = { name: 'Builds', chatId: await freshChat() };
    const { body } = await people.get('owner')!.post('/api/admin/incoming-webhooks', hook);
    return (body as IncomingWebhookWithPath).id;
  }

  /** `<webhook>/deliveries/<delivery>`, by a ping. */
  async function freshDelivery(): Promise<string> {
    const id = await freshWebhook();
    const { body } = await people.get('owner')!.post(`/api/admin/webhooks/${id}/ping`, {});
    return `${id}/deliveries/${(body as WebhookDelivery).id}`;
  }

  /** One that is live: there may be few. */
  async function liveAnnouncement(): Promise<string> {
    const owner = people.get('owner')!;
    const { items } = (await owner.get('/api/announcements')).body as AnnouncementList;
    if (items[0]) return items[0].id;
    const { body } = await owner.post('/api/admin/announcements', { text: 'Hello' });
    return (body as MadeAnnouncement).id;
  }

  async function theProcess(): Promise<string> {
    const { body } = await people.get('owner')!.get('/api/admin/topology');
    return (body as Topology).processes[0]!.id;
  }

  async function failedJob(): Promise<string> {
    const key = randomBytes(6).toString('hex');
    await other.jobs!.enqueue(vain, {}, { key });
    return eventually(async () => {
      const { body } = await people.get('owner')!.get('/api/admin/jobs?kind=test.vain');
      const [last] = (body as JobPage).items;
      expect(last).toMatchObject({ key });
      return last!.id;
    });
  }

  /** Nothing, once none is being made. */
  async function noBackup(): Promise<string> {
    await endedBackups();
    return '';
  }

  const endedBackups = (): Promise<BackupList['items']> =>
    eventually(async () => {
      const { body } = await people.get('owner')!.get('/api/admin/backups');
      const { items } = body as BackupList;
      expect(items.filter(({ state }) => state === 'pending')).toEqual([]);
      return items;
    });

  async function aBackup(): Promise<string> {
    if ((await endedBackups()).length === 0)
      await people.get('owner')!.post('/api/admin/backups', {});
    return (await endedBackups())[0]!.id;
  }

  /** Of the owner, once no import is under way; it is none, which the import finds out. */
  async function aSource(): Promise<string> {
    await endedImports();
    const owner = people.get('owner')!;
    const { body } = await owner.post('/api/chats', { type: 'direct', memberIds: [] });
    const content = new TextEncoder().encode('no archive');
    const file = { chatId: (body as { id: string }).id, name: 'export.txt', content };
    return (await uploaded(owner, file)).id;
  }

  const endedImports = (): Promise<ImportList['items']> =>
    eventually(async () => {
      const { body } = await people.get('owner')!.get('/api/admin/imports');
      const { items } = body as ImportList;
      expect(items.filter(({ state }) => state === 'pending')).toEqual([]);
      return items;
    });

  async function anImport(): Promise<string> {
    if ((await endedImports()).length === 0) {
      const order = { source: 'slack', fileId: await aSource(), isTrial: true };
      await people.get('owner')!.post('/api/admin/imports', order);
    }
    return (await endedImports())[0]!.id;
  }

  /** Nothing, once none is under way. */
  const noPurge = (): Promise<string> =>
    eventually(async () => {
      const { body } = await people.get('owner')!.get('/api/admin/retention');
      expect((body as RetentionState).lastRun?.state).not.toBe('running');
      return '';
    });

  /** Nothing, once messages are kept for ever. */
  async function noTime(): Promise<string> {
    await people.get('owner')!.request('PATCH', '/api/admin/retention', { days: null });
    return '';
  }

  const making: Readonly<Record<string, () => Promise<string>>> = {
    '/bots/{userId}': () => Promise.resolve(`/bots/${bot.id}`),
    '{userId}': () => Promise.resolve(subject.id),
    '{noBackup}': noBackup,
    '{noPurge}': noPurge,
    '{noTime}': noTime,
    '{backupId}': aBackup,
    '{importId}': anImport,
    '{sourceId}': aSource,
    '{announcementId}': liveAnnouncement,
    '{tokenId}': freshToken,
    '{unique}': () => Promise.resolve(randomBytes(6).toString('hex')),
    '{processId}': theProcess,
    '{jobId}': failedJob,
    '{reportId}': freshReport,
    '{chatId}': freshChat,
    '{webhookId}/deliveries/{deliveryId}': freshDelivery,
    '{webhookId}': freshWebhook,
    '{hookId}': freshHook,
  };

  async function filled(template: string): Promise<string> {
    let filledIn = template;
    for (const [name, make] of Object.entries(making))
      if (filledIn.includes(name)) filledIn = filledIn.replace(name, await make());
    return filledIn;
  }

  async function ask(
    asker: Person | undefined,
    { route, body, form }: AdminEndpoint,
    requestId = 'a-request',
  ): Promise<Response> {
    const [method, template] = route.split(' ') as [string, string];
    const token = asker?.token;
    return fetch(deployment.url + (await filled(template)), {
      method,
      headers: {
        'x-request-id': requestId,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: await filled(JSON.stringify(body)) }),
      ...(form && { body: form() }),
    });
  }

  it.each(cases)('%s for %s', async (_, asker, endpoint) => {
    const response = await ask(people.get(asker), endpoint);
    const text = await response.text();
    if (endpoint.allowed.includes(asker)) {
      expect(String(response.status)).toMatch(/^2/);
      return;
    }
    const isNobody = asker === 'anonymous' || asker === 'suspended';
    expect(response.status).toBe(isNobody ? 401 : 403);
    expect(JSON.parse(text)).toMatchObject({ code: isNobody ? 'unauthenticated' : 'forbidden' });
  });

  const ofFew = adminEndpoints.filter(({ allowed }) => !allowed.includes('member'));

  // Scopes narrow what somebody may do, and a bot is no administrator: by none it becomes one.
  it.each(ofFew.map((endpoint) => [endpoint.route, endpoint] as const))(
    '%s for a bot with every scope',
    async (_, endpoint) => {
      const response = await ask(program, endpoint);
      const { code } = (await response.json()) as { code: string };
      expect(response.status).toBe(403);
      expect(['forbidden', 'insufficient_scope']).toContain(code);
    },
  );

  const deeds = adminEndpoints.filter(({ route }) => /^(?!GET).* \/api\/admin\//.test(route));

  it.each(deeds.map((endpoint, n) => [endpoint.route, endpoint, n] as const))(
    '%s leaves an entry of the audit log',
    async (_, endpoint, n) => {
      const requestId = `deed-${n}`;
      const target = endpoint.entry?.target ?? { kind: kindOf(endpoint) };
      expect(endpoint.entry).toBeDefined();
      expect((await ask(people.get('owner'), endpoint, requestId)).ok).toBe(true);
      await eventually(async () => {
        const { body } = await people.get('owner')!.get('/api/admin/audit?limit=100');
        const entry = (body as AuditPage).items.find(
          ({ origin, action }) =>
            origin?.requestId === requestId && action === endpoint.entry?.action,
        );
        const actor = { id: people.get('owner')!.id, role: 'owner' };
        expect(entry).toMatchObject({ outcome: 'done', actor, target, ...endpoint.entry });
        if (endpoint.route.includes('/users/'))
          expect(entry).toMatchObject({ target: { id: subject.id } });
      });
    },
  );
});

/** What the log says that it was done to. */
function kindOf({ route }: AdminEndpoint): string {
  if (route.includes('{reportId}')) return 'report';
  if (route.includes('{chatId}')) return 'chat';
  return route.includes('/tokens') ? 'token' : 'user';
}
