import { Person } from '../people/person.js';
import { embedded, type Deployment } from '../topologies/index.js';
import { adminEndpoints, workspaceAskers, type WorkspaceAsker } from './admin-endpoints.js';

const cases = adminEndpoints.flatMap((endpoint) =>
  workspaceAskers.map((asker) => [endpoint.route, asker, endpoint] as const),
);

describe('the authorization matrix of administration', () => {
  let deployment: Deployment;
  const people = new Map<WorkspaceAsker, Person>();

  beforeAll(async () => {
    deployment = await embedded();
    // The first account owns the workspace.
    for (const name of ['owner', 'admin', 'moderator', 'member', 'guest', 'suspended'] as const)
      people.set(name, await Person.register(deployment.url, name));
    const owner = people.get('owner')!;
    for (const role of ['admin', 'moderator', 'guest'] as const)
      await owner.put(`/api/users/${people.get(role)!.id}`, { role });
    await owner.put(`/api/users/${people.get('suspended')!.id}`, { isDeactivated: true });
  });

  afterAll(() => deployment.close());

  it.each(cases)('%s for %s', async (route, asker, { allowed }) => {
    const [method, path] = route.split(' ') as [string, string];
    const token = people.get(asker)?.token;
    const response = await fetch(deployment.url + path, {
      method,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    const isIn = allowed.includes(asker);
    const refusal = asker === 'anonymous' || asker === 'suspended' ? 401 : 403;
    expect({ status: response.status, text: isIn ? '' : text }).toEqual({
      status: isIn ? 200 : refusal,
      text: isIn ? '' : (expect.stringContaining('"code"') as string),
    });
  });
});
