import type { AuditPage, Job, JobCountList, JobPage } from '@app/contracts';
import { adapters, defineJob, type Adapters } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import * as z from 'zod/mini';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

const errand = defineJob('test.errand', z.strictObject({ secret: z.string() }), { attempts: 1 });

describe.each(topologies)('jobs, as operators see them, %s', (_, start) => {
  let deployment: Deployment;
  let admin: Person;
  /** One more process, which has a kind of jobs of its own. */
  let other: Adapters;
  let isBroken = true;
  const done: string[] = [];

  beforeAll(async () => {
    const mongodbUri = freshDatabaseUri();
    deployment = await start({ MONGODB_URI: mongodbUri });
    admin = await Person.register(deployment.url, 'olga');
    const { redisUrl } = deployment;
    other = await adapters({ mongodbUri, redisUrl });
    await other.database!.open();
    other.jobs!.handle(errand, (_errand, { key }) => {
      if (isBroken) throw new Error('The shop is shut');
      done.push(key);
    });
  });

  afterAll(async () => {
    expect(admin.complaints).toEqual([]);
    await other.close();
    await deployment.close();
  });

  const put = (key: string, delayMs = 0) =>
    eventually(() => other.jobs!.enqueue(errand, { secret: 'Shh' }, { key, delayMs }));
  const list = async (query: string): Promise<Job[]> => {
    const { status, body } = await admin.get(`/api/admin/jobs?kind=test.errand&${query}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('Shh');
    return (body as JobPage).items;
  };
  const failed = (key: string): Promise<Job> =>
    eventually(async () => {
      const job = (await list('state=failed')).find((one) => one.key === key);
      expect(job).toBeDefined();
      return job!;
    });

  it('counts them by kind', async () => {
    await eventually(async () => {
      const { body } = await admin.get('/api/admin/jobs/kinds');
      const kinds = (body as JobCountList).items.map(({ kind }) => kind);
      expect(kinds).toEqual(
        expect.arrayContaining(['chats.purge', 'files.make-preview', 'notifications.push']),
      );
    });
  });

  it('shows what has failed, and tries it again when it is told so', async () => {
    await put('milk');
    const job = await failed('milk');
    expect(job).toMatchObject({ kind: 'test.errand', state: 'failed', attempts: 1 });
    expect(job.error).toContain('The shop is shut');
    isBroken = false;
    const retried = await admin.post(`/api/admin/jobs/${job.id}/retry`, { reason: 'It is open' });
    expect(retried.status).toBe(204);
    await eventually(() => expect(done).toEqual(['milk']));
    expect(await list('state=failed')).toEqual([]);
    expect((await admin.post(`/api/admin/jobs/${job.id}/retry`, {})).status).toBe(404);
    await eventually(async () => {
      const { body } = await admin.get('/api/admin/audit?action=job.retried');
      expect((body as AuditPage).items).toMatchObject([
        { outcome: 'refused' },
        {
          outcome: 'done',
          actor: { id: admin.id },
          target: { kind: 'job', id: 'test.errand' },
          before: { key: 'milk' },
          reason: 'It is open',
        },
      ]);
    });
  });

  it('takes out what is not to be done', async () => {
    await put('bread', 3_600_000);
    await put('eggs', 3_600_000);
    const [bread] = await list('state=delayed&limit=1');
    expect(bread).toMatchObject({ key: 'bread', state: 'delayed', attempts: 0 });
    const remove = () => admin.delete(`/api/admin/jobs/${bread!.id}`);
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await list('state=delayed')).map(({ key }) => key)).toEqual(['eggs']);
  });

  it('says so of what is no job, no state and no page of ours', async () => {
    expect((await admin.post('/api/admin/jobs/abc/retry', {})).status).toBe(404);
    for (const query of ['state=asleep', 'cursor=abc', 'limit=0'])
      expect((await admin.get(`/api/admin/jobs?${query}`)).status).toBe(422);
  });
});
