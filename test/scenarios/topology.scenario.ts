import type { AuditPage, Topology } from '@app/contracts';
import { Readiness } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { serviceNames, topologiesHere, type Split } from '../topologies/here.js';
import type { Deployment } from '../topologies/index.js';

const topologyOf = async (person: Person): Promise<Topology> => {
  const { status, body } = await person.get('/api/admin/topology');
  expect(status).toBe(200);
  return body as Topology;
};

/** Twelve processes begin at once, and each says so when it has a moment. */
const patienceMs = 30_000;

describe.each(topologiesHere)('what runs, as its operators see it, %s', (shape, start) => {
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
    const { streams, queues, requests } = await topologyOf(admin);
    const services = requests.map(({ service }) => service);
    if (shape === 'embedded') expect(services).toEqual([]);
    else expect(services).toEqual(expect.arrayContaining(['chats', 'messages', 'users']));
    for (const { waiting } of requests) expect(waiting).toEqual(expect.any(Number));
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

  if (shape === 'embedded')
    it('does not let the only process drain', async () => {
      const [{ id } = { id: '' }] = (await topologyOf(admin)).processes;
      const refused = await admin.post('/api/admin/drain', { processId: id });
      expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } });
      expect((await admin.delete(`/api/admin/drain/${id}`)).status).toBe(204);
      expect((await admin.delete('/api/admin/drain/nobody')).status).toBe(404);
      expect((await topologyOf(admin)).processes).toMatchObject([{ state: 'ready' }]);
    });

  if (shape === 'split')
    it('lets a gateway drain: its people come back elsewhere, until that is ended', async () => {
      const ada = await Person.arrive(deployment.url, 'ada');
      const gateways = async () =>
        (await topologyOf(admin)).processes.filter(({ app }) => app === 'gateway');
      const socketsOf = (id: string) =>
        eventually(async () => {
          const all = await gateways();
          expect(all.reduce((sum, { loads }) => sum + loads.sockets!, 0)).toBe(2);
          return all.find((one) => one.id === id)!.loads.sockets;
        }, patienceMs);
      const [one, other] = (await gateways()).map(({ id }) => id);
      expect((await ada.post('/api/admin/drain', { processId: one })).status).toBe(403);

      const why = { processId: one, reason: 'Its machine is replaced' };
      expect((await admin.post('/api/admin/drain', why)).status).toBe(204);
      await eventually(async () => {
        expect(await socketsOf(other!)).toBe(2);
        expect((await gateways()).map(({ state }) => state).sort()).toEqual(['draining', 'ready']);
      }, patienceMs);
      const ready = () =>
        Promise.all(
          (deployment as Split).gatewayUrls.map(
            async (url) => (await fetch(`${url}/health/ready`)).status,
          ),
        );
      // Both sockets may have been on the other one before: then it is yet to hear of it.
      await eventually(async () => expect((await ready()).sort()).toEqual([200, 503]), patienceMs);
      // By turns: where it is not even accepted, a client tries again, elsewhere.
      const ben = await Person.register(deployment.url, 'ben');
      await eventually(() => ben.connect());
      ben.leave();
      const last = await admin.post('/api/admin/drain', { processId: other });
      expect(last).toMatchObject({ status: 409, body: { params: { field: 'processId' } } });

      expect((await admin.delete(`/api/admin/drain/${one}?reason=Done`)).status).toBe(204);
      await eventually(async () => expect(await ready()).toEqual([200, 200]), patienceMs);
      await eventually(async () => {
        const { body } = await admin.get(`/api/admin/audit?targetId=${one}`);
        expect((body as AuditPage).items).toMatchObject([
          { action: 'process.resumed', outcome: 'done', reason: 'Done' },
          { action: 'process.drained', outcome: 'done', after: { app: 'gateway' } },
          { action: 'access.refused', outcome: 'refused', actor: { id: ada.id } },
        ]);
      });
      ada.leave();
    });

  if (shape === 'split')
    it('lets one of two services drain, while what they serve goes on', async () => {
      const chats = async () =>
        (await topologyOf(admin)).processes.filter(({ app }) => app === 'chat');
      const [one] = (await chats()).map(({ id }) => id);
      expect((await admin.post('/api/admin/drain', { processId: one })).status).toBe(204);
      const replicas = (deployment as Split).replicasOf('chat');
      const healths = () =>
        Promise.all(replicas.map(async (app) => (await app.get(Readiness).health()).status));
      await eventually(
        async () => expect((await healths()).sort()).toEqual(['draining', 'ready']),
        patienceMs,
      );
      const chatId = await admin.channel('drained');
      for (let n = 0; n < 20; n++)
        expect((await admin.post('/api/messages', { chatId, text: `${n}` })).status).toBe(201);
      expect((await admin.delete(`/api/admin/drain/${one}`)).status).toBe(204);
      await eventually(async () => expect(await healths()).toEqual(['ready', 'ready']), patienceMs);
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
