import { allScopes, eventScopes, type Account, type MadeToken, type Scope } from '@app/contracts';
import { Person } from '../people/person.js';
import { embedded, type Deployment } from '../topologies/index.js';
import { closed, open, openTo } from './token-scopes.js';

/** `[route, the one scope that opens it]`; null: none does. */
const routes = [
  ...allScopes.flatMap((scope) => openTo[scope].map((route) => [route, scope] as const)),
  ...closed.map((route) => [route, null] as const),
];

const events = Object.entries(eventScopes);

describe('The matrix of scopes', () => {
  let deployment: Deployment;
  /** One bot for each scope; its token has no other, but for that to open a socket. */
  const programs = new Map<Scope, Person>();
  /** The user ids of the bots. */
  const bots = new Map<Scope, string>();

  beforeAll(async () => {
    deployment = await embedded();
    // The first account owns the workspace.
    const olga = await Person.register(deployment.url, 'olga');
    for (const scope of allScopes) {
      const bot = { username: scope.replace(':', '-'), name: scope };
      const { id } = (await olga.post('/api/admin/bots', bot)).body as Account;
      const scopes = [...new Set([scope, 'events:read'])];
      const { body } = await olga.post(`/api/admin/bots/${id}/tokens`, { name: scope, scopes });
      bots.set(scope, id);
      programs.set(scope, olga.withToken((body as MadeToken).token));
    }
  });

  afterAll(() => deployment.close());

  /** Whether somebody with this token comes past the check of it, whatever is said then. */
  async function reaches(program: Person, route: string): Promise<boolean> {
    const [method, path] = route.split(' ') as [string, string];
    // Of nobody, and nothing: no case changes anything.
    const response = await fetch(deployment.url + path.replaceAll(/\{\w+\}/g, 'x'), {
      method,
      headers: { authorization: `Bearer ${program.token}` },
    });
    const text = await response.text();
    expect(response.status).not.toBe(401);
    if (response.status !== 403) return true;
    // A HEAD has no body.
    if (method === 'HEAD') return !response.headers.has('www-authenticate');
    return (JSON.parse(text) as { code: string }).code !== 'insufficient_scope';
  }

  it('knows every route, and no other', async () => {
    const response = await fetch(`${deployment.url}/api/openapi.json`);
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(documented.sort()).toEqual([...routes.map(([route]) => route), ...open].sort());
  });

  it.each(routes)('%s is opened by %s', async (route, opener) => {
    const found = [];
    for (const [scope, program] of programs) {
      if (await reaches(program, route)) found.push(scope);
    }
    expect(found).toEqual(opener === null ? [] : [opener]);
  });

  it('PUT /api/users/{userId} of oneself is opened by users:write', async () => {
    for (const [scope, program] of programs) {
      const { status } = await program.put(`/api/users/${bots.get(scope)}`, { name: 'A bot' });
      expect([scope, status]).toEqual([scope, scope === 'users:write' ? 200 : 403]);
    }
  });

  it('lets each say by a socket what its scope is for', async () => {
    for (const [scope, program] of programs) {
      await program.connect();
      for (const [event, needed] of events) {
        const { problem } = (await program.ask(event, {})) as { problem?: { code: string } };
        const isOpen = problem?.code !== 'insufficient_scope';
        const expected = needed === scope || needed === 'events:read';
        expect([scope, event, isOpen]).toEqual([scope, event, expected]);
      }
      program.leave();
    }
  });
});
