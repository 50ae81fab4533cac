import { randomBytes } from 'node:crypto';
import type { Account, AuditPage, MadeToken, ReportPage } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { embedded, type Deployment } from '../topologies/index.js';
import {
  adminEndpoints,
  workspaceAskers,
  type AdminEndpoint,
  type WorkspaceAsker,
} from './admin-endpoints.js';

const cases = adminEndpoints.flatMap((endpoint) =>
  workspaceAskers.map((asker) => [endpoint.route, asker, endpoint] as const),
);

describe('the authorization matrix of administration', () => {
  let deployment: Deployment;
  const people = new Map<WorkspaceAsker, Person>();
  let subject: Person;
  let bot: Account;

  beforeAll(async () => {
    deployment = await embedded();
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
  });

  afterAll(() => deployment.close());

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

  const freshChat = () => people.get('member')!.group('a group', people.get('admin')!);

  /** What is asked about: the reported, the token and the bot are there, and are nobody else's. */
  async function fill(template: string): Promise<string> {
    return template
      .replace('{userId}', template.includes('/bots/') ? bot.id : subject.id)
      .replace('{chatId}', template.includes('{chatId}') ? await freshChat() : '')
      .replace('{tokenId}', template.includes('{tokenId}') ? await freshToken() : '')
      .replace('{reportId}', template.includes('{reportId}') ? await freshReport() : '');
  }

  async function ask(
    asker: WorkspaceAsker,
    { route, body }: AdminEndpoint,
    requestId = 'a-request',
  ): Promise<Response> {
    const [method, template] = route.split(' ') as [string, string];
    const token = people.get(asker)?.token;
    const unique = randomBytes(6).toString('hex');
    return fetch(deployment.url + (await fill(template)), {
      method,
      headers: {
        'x-request-id': requestId,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body).replace('{unique}', unique) }),
    });
  }

  it.each(cases)('%s for %s', async (_, asker, endpoint) => {
    const response = await ask(asker, endpoint);
    const text = await response.text();
    if (endpoint.allowed.includes(asker)) {
      expect(String(response.status)).toMatch(/^2/);
      return;
    }
    const isNobody = asker === 'anonymous' || asker === 'suspended';
    expect(response.status).toBe(isNobody ? 401 : 403);
    expect(JSON.parse(text)).toMatchObject({ code: isNobody ? 'unauthenticated' : 'forbidden' });
  });

  const deeds = adminEndpoints.filter(({ route }) => /^(?!GET).* \/api\/admin\//.test(route));

  it.each(deeds.map((endpoint, n) => [endpoint.route, endpoint, n] as const))(
    '%s leaves an entry of the audit log',
    async (_, endpoint, n) => {
      const requestId = `deed-${n}`;
      const target = { kind: kindOf(endpoint) };
      expect(endpoint.entry).toBeDefined();
      expect((await ask('owner', endpoint, requestId)).ok).toBe(true);
      await eventually(async () => {
        const { body } = await people.get('owner')!.get('/api/admin/audit?limit=100');
        const entry = (body as AuditPage).items.find(
          ({ origin }) => origin?.requestId === requestId,
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
