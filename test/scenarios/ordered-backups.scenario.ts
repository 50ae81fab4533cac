import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup, restore } from '@app/backups';
import type { AuditPage, Backup, BackupList, ChatId } from '@app/contracts';
import { adapters } from '@app/platform';
import { eventually, freshDatabaseUri } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, pixel, uploaded } from '../people/uploads.js';
import { embedded, topologies, type Deployment } from '../topologies/index.js';

const passphrase = 'correct horse battery staple';

describe.each(topologies)('Backups that an owner orders, %s', (_, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-ordered-'));
  const place = join(folder, 'backups');
  let deployment: Deployment;
  let olga: Person;
  let ada: Person;
  let chatId: ChatId;
  let pictureId: string;

  beforeAll(async () => {
    deployment = await start({
      MONGODB_URI: freshDatabaseUri(),
      PARLEY_FILES_DIR: join(folder, 'files'),
      PARLEY_BACKUP_DIR: place,
      PARLEY_BACKUP_PASSPHRASE: passphrase,
      PARLEY_BACKUPS_KEPT: '2',
    });
    olga = await Person.register(deployment.url, 'olga');
    ada = await Person.register(deployment.url, 'ada');
    await olga.put(`/api/users/${ada.id}`, { role: 'admin' });
    chatId = await olga.group('crew', ada);
    pictureId = (await uploaded(olga, { chatId, name: 'pixel.png', content: pixel })).id;
    const text = 'what administrators may not read';
    await olga.post('/api/messages', { chatId, text, fileIds: [pictureId] });
  });

  afterAll(async () => {
    for (const person of [olga, ada]) expect(person.complaints).toEqual([]);
    await deployment.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const list = async (): Promise<Backup[]> => {
    const { status, body } = await olga.get('/api/admin/backups');
    expect(status).toBe(200);
    return (body as BackupList).items;
  };

  /** The one that was ordered, once it has come to its end. */
  async function ended(more: object = {}): Promise<Backup> {
    const { status, body } = await olga.post('/api/admin/backups', more);
    expect([status, (body as Backup).state]).toEqual([202, 'pending']);
    return eventually(async () => {
      const found = (await list()).find(({ id }) => id === (body as Backup).id);
      expect(['ready', 'failed']).toContain(found?.state);
      return found!;
    });
  }

  async function made(
    more?: object,
  ): Promise<Backup & { archive: NonNullable<Backup['archive']> }> {
    const backup = await ended(more);
    expect(backup.state).toBe('ready');
    return { ...backup, archive: backup.archive! };
  }

  it('have all of the workspace, for whoever has the machine and the passphrase', async () => {
    const { archive, label, createdBy } = await made({ label: 'Tonight', reason: 'It moves' });
    expect([label, createdBy]).toEqual(['Tonight', olga.id]);
    const file = join(place, archive.name);
    const bytes = readFileSync(file);
    expect(archive).toMatchObject({ size: bytes.length, isEncrypted: true });
    expect((await olga.get('/api/admin/backups')).body).toMatchObject({ willEncrypt: true });
    expect(archive.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    await expect(checkBackup({ file })).rejects.toThrow('is encrypted');

    const mongodbUri = freshDatabaseUri();
    const { database } = await adapters({ mongodbUri });
    await database!.open();
    const dataDir = join(folder, 'again');
    const filesFolder = join(dataDir, 'files');
    await restore({ database: database!, dataDir, filesFolder }, { file, passphrase });
    await database!.close();
    const again = await embedded({ MONGODB_URI: mongodbUri, PARLEY_FILES_DIR: filesFolder });
    const there = await olga.anotherDevice(again.url);
    expect(await there.log(chatId)).toEqual(await olga.log(chatId));
    const picture = await fetchAs(there, `/api/files/${pictureId}`);
    expect((await bytesOf(picture)).equals(pixel)).toBe(true);
    // It is another machine's, and so is the list.
    expect((await there.get('/api/admin/backups')).body).toEqual({ items: [], willEncrypt: false });
    await again.close();
  });

  it('are read by no route', async () => {
    const [backup] = await list();
    for (const path of [backup!.id, backup!.archive!.name, `${backup!.id}/content`])
      expect([404, 405]).toContain((await olga.get(`/api/admin/backups/${path}`)).status);
  });

  it('are none of an admin’s', async () => {
    const [backup] = await list();
    expect((await ada.get('/api/admin/backups')).status).toBe(403);
    expect((await ada.post('/api/admin/backups', {})).status).toBe(403);
    expect((await ada.delete(`/api/admin/backups/${backup!.id}`)).status).toBe(403);
    expect(await list()).toEqual([backup]);
  });

  it('are kept as many as the settings say', async () => {
    const [oldest] = await list();
    const [second, third] = [await made(), await made()];
    await eventually(async () => {
      expect((await list()).map(({ id }) => id)).toEqual([third.id, second.id]);
      const names = [second.archive.name, third.archive.name];
      expect(readdirSync(place).sort()).toEqual(names.sort());
    });
    await eventually(async () => {
      const { body } = await olga.get(`/api/admin/audit?targetId=${oldest!.id}`);
      expect((body as AuditPage).items).toMatchObject([
        { action: 'backup.removed', outcome: 'done', after: { replacedBy: third.id } },
        {
          action: 'backup.made',
          outcome: 'done',
          actor: { id: olga.id, role: 'owner' },
          after: { label: 'Tonight', isEncrypted: true },
          reason: 'It moves',
        },
      ]);
    });
  });

  it('are removed with their files, which is written down', async () => {
    const [last] = await list();
    const path = `/api/admin/backups/${last!.id}`;
    expect((await olga.delete(`${path}?reason=It+is+old`)).status).toBe(204);
    expect(readdirSync(place)).not.toContain(last!.archive!.name);
    expect((await olga.delete(path)).status).toBe(404);
    expect((await olga.delete('/api/admin/backups/abc')).status).toBe(422);
    await eventually(async () => {
      const { body } = await olga.get(`/api/admin/audit?targetId=${last!.id}`);
      const [removed] = (body as AuditPage).items;
      const { size, sha256 } = last!.archive!;
      expect(removed).toMatchObject({
        action: 'backup.removed',
        before: { state: 'ready', archive: { size, sha256 } },
        reason: 'It is old',
      });
    });
  });

  it('are missing where somebody has taken their files, and fail in words', async () => {
    rmSync(place, { recursive: true });
    expect(await list()).toMatchObject([{ state: 'missing' }]);
    writeFileSync(place, 'no folder');
    const failed = await ended();
    expect(failed.state).toBe('failed');
    expect(failed.error).toContain('EEXIST');
    rmSync(place);
    await made();
  });
});
