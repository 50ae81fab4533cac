import type {
  AnnouncementList,
  AuditPage,
  MadeAnnouncement,
  MadeAnnouncementPage,
} from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('what is said to everybody, %s', (_, start) => {
  let deployment: Deployment;
  let admin: Person;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    deployment = await start();
    admin = await Person.register(deployment.url, 'olga');
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.arrive(deployment.url, 'ben');
  });

  afterAll(async () => {
    for (const person of [ada, ben]) person.leave();
    for (const person of [admin, ada, ben]) expect(person.complaints).toEqual([]);
    await deployment.close();
  });

  const say = async (about: object): Promise<MadeAnnouncement> => {
    const { status, body } = await admin.post('/api/admin/announcements', about);
    expect(status).toBe(201);
    return body as MadeAnnouncement;
  };
  const takeDown = (id: string) => admin.delete(`/api/admin/announcements/${id}?reason=Done`);
  const idsFor = async (person: Person) =>
    ((await person.get('/api/announcements')).body as AnnouncementList).items.map(({ id }) => id);

  it('reaches everybody who is here, and who comes later, until it is taken down', async () => {
    const { id } = await say({ text: 'Maintenance on Sunday', severity: 'warning' });
    for (const person of [ada, ben]) {
      const heard = await person.hears('announcement', (one) => one.id === id);
      expect(heard).toMatchObject({ text: 'Maintenance on Sunday', isDismissible: true });
    }
    const late = await Person.arrive(deployment.url, 'late');
    expect(await idsFor(late)).toEqual([id]);
    expect((await takeDown(id)).status).toBe(204);
    await late.hears('announcement_removed', (removed) => removed.id === id);
    late.leave();
    expect(await idsFor(ada)).toEqual([]);
    expect((await takeDown(id)).status).toBe(404);
    const { items } = (await admin.get('/api/admin/announcements')).body as MadeAnnouncementPage;
    expect(items[0]).toMatchObject({ id, state: 'over', createdBy: admin.id });
    await eventually(async () => {
      const { body } = await admin.get(`/api/admin/audit?targetId=${id}`);
      expect((body as AuditPage).items).toMatchObject([
        { action: 'announcement.removed', reason: 'Done' },
        { action: 'announcement.made', after: { text: 'Maintenance on Sunday' } },
      ]);
    });
  });

  it('is shown no more to who has dismissed it, on any device, and to others still', async () => {
    const { id } = await say({ text: 'We have a new logo' });
    const phone = await ada.anotherDevice();
    expect((await ada.post(`/api/announcements/${id}/dismiss`, {})).status).toBe(204);
    expect((await ada.post(`/api/announcements/${id}/dismiss`, {})).status).toBe(204);
    await phone.hears('announcement_removed', (removed) => removed.id === id);
    phone.leave();
    expect(await idsFor(ada)).toEqual([]);
    expect(await idsFor(ben)).toEqual([id]);
    await takeDown(id);
  });

  it('stays where it may not be dismissed', async () => {
    const { id } = await say({
      text: 'Read only today',
      severity: 'critical',
      isDismissible: false,
    });
    expect((await ada.post(`/api/announcements/${id}/dismiss`, {})).status).toBe(403);
    expect(await idsFor(ada)).toEqual([id]);
    await takeDown(id);
  });

  it('begins when its time comes', async () => {
    const from = new Date(Date.now() + 1500).toISOString();
    const { id } = await say({ text: 'Soon', from });
    expect(await ada.hears('announcement', (one) => one.id === id)).toMatchObject({ from });
    expect(await idsFor(ada)).toEqual([id]);
    await takeDown(id);
    const [early, late] = ['2020-01-01T00:00:00.000Z', '2090-01-01T00:00:00.000Z'];
    for (const times of [{ until: early }, { from: late, until: early }]) {
      const refused = await admin.post('/api/admin/announcements', { text: 'x', ...times });
      expect(refused.status).toBe(422);
    }
  });

  it('is bounded: ten that are not over', async () => {
    const made: string[] = [];
    for (let n = 0; n < 10; n++) made.push((await say({ text: `No ${n}` })).id);
    expect(await admin.post('/api/admin/announcements', { text: 'x' })).toMatchObject({
      status: 409,
      body: { params: { field: 'announcements' } },
    });
    expect((await idsFor(ben)).sort()).toEqual(made.sort());
    for (const id of made) await takeDown(id);
  });
});
