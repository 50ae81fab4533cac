import type { AuditEntry, AuditPage, AuditVerdict } from '@app/contracts';
import { databaseAt } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { CommandLine } from '../people/command-line.js';
import { Person } from '../people/person.js';
import { topologies, type Deployment } from '../topologies/index.js';

describe.each(topologies)('The audit log, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  const mongodbUri = freshDatabaseUri();

  beforeAll(async () => {
    deployment = await start({ MONGODB_URI: mongodbUri });
    owner = await Person.register(deployment.url, 'olga');
  });

  afterAll(() => deployment.close());

  const list = async (query = ''): Promise<AuditEntry[]> => {
    const { status, body } = await owner.get(`/api/admin/audit${query}`);
    expect(status).toBe(200);
    return (body as AuditPage).items;
  };

  it('has who came and who was refused, from where, and is intact', async () => {
    const ada = await Person.register(deployment.url, 'ada');
    const credentials = { username: ada.profile.username, password: 'wrong horse' };
    await fetch(`${deployment.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'A browser' },
      body: JSON.stringify(credentials),
    });
    const [refused] = await eventually(async () => {
      const found = await list(`?targetId=${ada.id}&action=session.refused`);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(refused).toMatchObject({
      outcome: 'refused',
      actor: { id: 'anonymous' },
      origin: { address: '127.0.0.1', userAgent: 'A browser' },
    });
    const opened = await list(`?actorId=${ada.id}`);
    expect(opened.map(({ action }) => action)).toEqual(['session.opened', 'account.registered']);
    const { body } = await owner.get('/api/admin/audit/verify');
    const { isIntact, checked, head } = body as AuditVerdict;
    expect(isIntact).toBe(true);
    expect(checked).toBe(head.position);
    expect(checked).toBeGreaterThanOrEqual(5);
    expect(owner.complaints).toEqual([]);
  });

  it('is exported line by line, and the export is the next line of it', async () => {
    const response = await fetch(`${deployment.url}/api/admin/audit/export`, {
      headers: { authorization: `Bearer ${owner.token}`, 'x-request-id': 'the-export' },
    });
    expect(response.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as AuditEntry);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_entry, n) => n + 1));
    expect(entries.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      entries.slice(0, -1).map(({ hash }) => hash),
    );
    const audited = `${entries.length} ${entries.at(-1)!.hash}`;
    expect(response.headers.get('audit-head')).toBe(audited);
    const [exported] = await eventually(async () => {
      const found = await list('?action=audit.exported');
      expect(found).toHaveLength(1);
      return found;
    });
    expect(exported).toMatchObject({
      position: entries.length + 1,
      actor: { id: owner.id, role: 'owner' },
      origin: { requestId: 'the-export' },
      after: { upTo: entries.length },
    });
  });

  it('names an entry that somebody has changed in the database', async () => {
    const database = await databaseAt(mongodbUri);
    await database.open();
    const entries = database.connection.collection('audit_entries');
    await entries.updateOne({ position: 2 }, { $set: { outcome: 'refused' } });
    await database.close();
    const { body } = await owner.get('/api/admin/audit/verify');
    expect(body).toMatchObject({
      isIntact: false,
      checked: 1,
      fault: { position: 2, reason: 'changed' },
    });
    const line = new CommandLine(deployment.url, { PARLEY_TOKEN: owner.token });
    const { exitCode, err } = await line.run(['admin', 'audit', 'verify']);
    expect([exitCode, err]).toEqual([1, expect.stringContaining('"position":2') as string]);
    line.remove();
  });
});
