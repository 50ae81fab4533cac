import { randomBytes } from 'node:crypto';
import { Person } from '../people/person.js';
import { embedded, type Deployment } from '../topologies/index.js';
import { adminEndpoints } from './admin-endpoints.js';
import {
  aFile,
  askers,
  elsewhere,
  endpoints,
  isNobody,
  type Asker,
  type Endpoint,
  type Subject,
} from './endpoints.js';

type Group = Pick<Subject, 'chatId' | 'messageId' | 'fileId' | 'code'>;

const cases = endpoints.flatMap((endpoint) =>
  askers.map((asker) => [endpoint.route, asker, endpoint] as const),
);

describe('the authorization matrix', () => {
  let deployment: Deployment;
  let shared: Promise<Person[]>;
  /** The group of all cases that change nothing. */
  let kept: Promise<Group> | undefined;
  let guest: Person;
  let outsider: Person;
  let suspended: Person;

  beforeAll(async () => {
    deployment = await embedded();
    // The first account owns the workspace, and would be let through everywhere.
    const first = await Person.register(deployment.url, 'workspace-owner');
    guest = await Person.register(deployment.url, 'guest');
    outsider = await Person.register(deployment.url, 'outsider');
    suspended = await Person.register(deployment.url, 'suspended');
    await first.put(`/api/users/${suspended.id}`, { isDeactivated: true });
    shared = crew(deployment.url);
  });

  afterAll(() => deployment.close());

  it('knows every route, and no other', async () => {
    const response = await fetch(`${deployment.url}/api/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tables = [...endpoints, ...adminEndpoints];
    const known = [...tables.map(({ route }) => route), ...elsewhere];
    expect(documented.sort()).toEqual(known.sort());
  });

  it.each(cases)('%s for %s', async (_, asker, endpoint) => {
    const people = await assemble(asker, endpoint);
    const { status, code } = await attempt(deployment.url, people.asker, endpoint, people.subject);
    if (endpoint.allowed.includes(asker)) expect(String(status)).toMatch(/^2/);
    else if (isNobody(asker)) expect({ status, code }).toEqual(notSignedIn);
    else expect([403, 409]).toContain(status);
  });

  const notSignedIn = { status: 401, code: 'unauthenticated' };

  /**
   * Whoever asks, and what is asked about. The people are the same in all cases, but where a case
   * ends sessions or changes somebody; the group is a new one where a case could change it.
   */
  async function assemble(
    asker: Asker,
    { route, allowed }: Endpoint,
  ): Promise<{ asker: Person | undefined; subject: Subject }> {
    // Who is refused changes nothing, either, or the case has failed.
    const keeps = route.startsWith('GET') || !allowed.includes(asker);
    const changesPeople = !keeps && /auth|users/.test(route);
    const people = changesPeople ? await crew(deployment.url) : await shared;
    const [owner, admin, member, stranger] = people;
    const group = await (keeps ? (kept ??= groupOf(people)) : groupOf(people));
    const asking = { anonymous: undefined, suspended, stranger, member, admin, owner }[asker];
    const sessions = isNobody(asker) ? undefined : await asking?.get('/api/auth/sessions');
    const [session] = (sessions?.body as { items: { id: string }[] } | undefined)?.items ?? [];
    return {
      asker: asking,
      subject: {
        ...group,
        guestId: guest.id,
        outsiderId: outsider.id,
        memberId: member!.id,
        sessionId: session?.id ?? 'none',
        unique: randomBytes(6).toString('hex'),
      },
    };
  }

  /** A group of an owner, an admin, a member and a guest. */
  async function groupOf([owner, admin, member]: Person[]): Promise<Group> {
    const chatId = await owner!.group('a group', admin!, member!, guest);
    await owner!.put(`/api/chats/${chatId}/members/${admin!.id}`, { role: 'admin' });
    const sent = await member!.post('/api/messages', { chatId, text: 'by the member' });
    const file = await sendForm(deployment.url, member, '/api/files/upload', aFile(chatId));
    const invite = await owner!.post(`/api/chats/${chatId}/invites`, {});
    return {
      chatId,
      messageId: (sent.body as { id: string }).id,
      fileId: ((await file.json()) as { id: string }).id,
      code: (invite.body as { code: string }).code,
    };
  }
});

const crew = (url: string): Promise<Person[]> =>
  Promise.all(['owner', 'admin', 'member', 'stranger'].map((name) => Person.register(url, name)));

async function attempt(
  url: string,
  asker: Person | undefined,
  { route, path, query, body, form }: Endpoint,
  subject: Subject,
): Promise<{ status: number; code: string | undefined }> {
  const [method, template] = route.split(' ') as [string, string];
  const values = path?.(subject) ?? {};
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const target = query ? `${filled}?${query}` : filled;
  const content = body?.(subject);
  if (form) return outcomeOf(await sendForm(url, asker, target, form(subject)));
  if (asker) {
    const answer = await asker.request(method, target, content);
    const complaints = asker.complaints.join('; ');
    if (complaints) throw new Error(complaints);
    return { status: answer.status, code: (answer.body as { code?: string } | undefined)?.code };
  }
  const response = await fetch(url + target, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  return outcomeOf(response);
}

async function outcomeOf(
  response: Response,
): Promise<{ status: number; code: string | undefined }> {
  const text = await response.text();
  return {
    status: response.status,
    code: text ? (JSON.parse(text) as { code?: string }).code : '',
  };
}

function sendForm(url: string, sender: Person | undefined, path: string, body: FormData) {
  const headers = sender ? { authorization: `Bearer ${sender.token}` } : undefined;
  return fetch(url + path, { method: 'POST', body, ...(headers && { headers }) });
}
