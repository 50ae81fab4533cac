import type { Topology } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { serviceNames, Split, topologies, type Deployment } from '../topologies/index.js';

const topologyOf = async (person: Person): Promise<Topology> => {
  const { status, body } = await person.get('/api/admin/topology');
  expect(status).toBe(200);
  return body as Topology;
};

/** Twelve processes begin at once, and each says so when it has a moment. */
const patienceMs = 30_000;

describe.each(topologies)('what runs, as its operators see it, %s', (shape, start) => {
  let deployment: Deployment;
  let admin: Person;

  beforeAll(async () => {
    deployment = await start();
    admin = await Person.arrive(deployment.url, 'olga');
  });

  afterAll(async () => {
    admin.leave();
    expect(admin.complaints).toEqual([]);
    await deployment.close();
  });

  it('shows every process, ready, and what it carries', async () => {
    const apps = shape === 'embedded' ? ['server'] : [...serviceNames, 'gateway'];
    const times = shape === 'embedded' ? 1 : 2;
    const all = apps.flatMap((app) => Array<string>(times).fill(app)).sort();
    await eventually(async () => {
      const { processes } = await topologyOf(admin);
      expect(processes.map(({ app }) => app)).toEqual(all);
      expect(new Set(processes.map(({ state }) => state))).toEqual(new Set(['ready']));
      const edges = processes.filter(({ app }) => app === 'server' || app === 'gateway');
      const sockets = edges.flatMap(({ loads }) => loads.sockets ?? []);
      expect(sockets.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(sockets).toHaveLength(times);
      const rooms = processes.flatMap(({ loads }) => loads.rooms ?? []);
      expect(rooms).toEqual(Array<number>(times).fill(0));
    }, patienceMs);
    const { processes } = await topologyOf(admin);
    for (const one of processes) {
      expect(one).toMatchObject({ pid: process.pid, version: expect.any(String) as string });
      expect(one.checks).toMatchObject(shape === 'embedded' ? { database: 'up' } : { redis: 'up' });
      expect(Date.parse(one.startedAt)).toBeLessThanOrEqual(Date.parse(one.lastSeenAt));
    }
    const gateways = processes.filter(({ app }) => app === 'gateway');
    for (const { breakers } of gateways)
      expect(breakers).toContainEqual({ service: 'messages', state: 'closed' });
  });

  it('shows what waits between them', async () => {
    const { streams, queues } = await topologyOf(admin);
    expect(streams).toContainEqual(
      expect.objectContaining({ name: 'message.created', module: 'chats' }),
    );
    await eventually(async () => {
      const { queues } = await topologyOf(admin);
      expect(queues.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['chats.purge', 'files.make-preview', 'notifications.push']),
      );
    }, patienceMs);
    expect(queues.map(({ kind }) => kind)).toEqual(queues.map(({ kind }) => kind).toSorted());
  });

  it('is for those who run the workspace', async () => {
    const ben = await Person.register(deployment.url, 'ben');
    expect((await ben.get('/api/admin/topology')).status).toBe(403);
  });

  if (shape === 'split')
    it('shows one no more that has stopped, and another when it is there', async () => {
      const split = deployment as Split;
      const files = async () =>
        (await topologyOf(admin)).processes.filter(({ app }) => app === 'files');
      const before = (await files()).map(({ id }) => id);
      await split.stopService('files');
      await eventually(async () => expect(await files()).toEqual([]), patienceMs);
      await split.startService('files');
      await eventually(async () => expect(await files()).toHaveLength(2), patienceMs);
      for (const { id } of await files()) expect(before).not.toContain(id);
    });
});
