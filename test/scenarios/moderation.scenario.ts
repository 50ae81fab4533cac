import type { AuditPage, NoticePage, Profile, ReportPage } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

const until = '2090-01-01T00:00:00.000Z';

describe.each(topologies)('moderation, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  let moderator: Person;
  let ben: Person;

  beforeAll(async () => {
    deployment = await start();
    owner = await Person.register(deployment.url, 'olga');
    moderator = await Person.register(deployment.url, 'mona');
    await owner.request('PATCH', `/api/admin/users/${moderator.id}`, { role: 'moderator' });
    ben = await Person.arrive(deployment.url, 'ben');
  });

  afterAll(async () => {
    ben.leave();
    for (const person of [owner, moderator, ben]) expect(person.complaints).toEqual([]);
    await deployment.close();
  });

  const notices = async () => ((await ben.get('/api/notices')).body as NoticePage).items;

  it('keeps somebody from writing until a time, tells them why, and lets them write again', async () => {
    const chatId = await ben.group('crew', owner);
    const { id } = await ben.send(chatId, 'Buy now!');
    expect((await owner.post(`/api/messages/${id}/report`, { category: 'spam' })).status).toBe(204);
    const { body } = await moderator.get('/api/admin/reports');
    const path = `/api/admin/reports/${(body as ReportPage).items[0]!.id}/handle`;
    const act = { act: 'mute', reason: 'Advertises' };
    expect((await moderator.post(path, act)).status).toBe(422);
    expect((await moderator.post(path, { ...act, until })).status).toBe(200);
    const told = await ben.hears('notice', ({ kind }) => kind === 'mute');
    expect(told).toMatchObject({ text: 'Advertises', until, isSeen: false });

    const refused = { status: 403, body: { code: 'muted', params: { until } } };
    await eventually(async () => {
      const answer = await ben.post('/api/messages', { chatId, text: 'And now?' });
      expect(answer).toMatchObject(refused);
    });
    expect(await ben.put(`/api/messages/${id}`, { text: 'Buy!' })).toMatchObject(refused);
    expect((await ben.get('/api/auth/me')).body as Profile).toMatchObject({ mutedUntil: until });
    expect((await ben.get(`/api/chats/${chatId}`)).status).toBe(200);

    const lift = { until: null, reason: 'Has said sorry' };
    expect((await moderator.post(`/api/admin/users/${ben.id}/mute`, lift)).status).toBe(204);
    await ben.hears('notice', ({ kind }) => kind === 'unmute');
    await eventually(async () => {
      const answer = await ben.post('/api/messages', { chatId, text: 'Thanks' });
      expect(answer.status).toBe(201);
    });
  });

  it('warns somebody, who reads it when they are there, and says so', async () => {
    const warning = { reason: 'Not so loud' };
    expect((await moderator.post(`/api/admin/users/${ben.id}/warn`, warning)).status).toBe(204);
    const { id } = await ben.hears('notice', ({ kind }) => kind === 'warning');
    expect((await notices())[0]).toMatchObject({ id, text: 'Not so loud', isSeen: false });
    expect((await owner.post(`/api/notices/${id}/seen`)).status).toBe(404);
    expect((await ben.post(`/api/notices/${id}/seen`)).status).toBe(204);
    expect((await notices())[0]).toMatchObject({ id, isSeen: true });
    expect((await owner.get('/api/notices')).body).toMatchObject({ items: [] });
    await eventually(async () => {
      const { body } = await owner.get(`/api/admin/audit?targetId=${ben.id}&action=user.warned`);
      expect((body as AuditPage).items).toMatchObject([
        { actor: { id: moderator.id }, outcome: 'done', reason: 'Not so loud' },
      ]);
    });
  });

  it('is done to nobody who is as much as oneself', async () => {
    for (const whom of [moderator, owner]) {
      const path = `/api/admin/users/${whom.id}`;
      expect((await moderator.post(`${path}/mute`, { until })).status).toBe(403);
      expect((await moderator.post(`${path}/warn`, { reason: 'No' })).status).toBe(403);
    }
  });
});
