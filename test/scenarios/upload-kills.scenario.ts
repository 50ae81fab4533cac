import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileMeta, type ChatId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ClusterOfTests } from '../cluster/cluster-of-tests.js';
import { Person } from '../people/person.js';
import { begun, resumed, stuck } from '../people/resumable-upload.js';

const size = 5_000_000;
const sent = 0.6 * size;

describe('An upload of which 60 % have come', () => {
  let folder: string;
  let ours: ClusterOfTests;
  let ada: Person;
  let chatId: ChatId;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-upload-kills-'));
    ours = await ClusterOfTests.start({
      // Two of each that is killed; of the others one is as good, or none.
      apps: ['auth', 'users', 'chat', 'files', 'gateway'],
      replicas: { auth: 1, users: 1, chat: 1 },
      environment: { PARLEY_FILES_DIR: folder },
    });
    ada = await Person.register(ours.url, 'ada');
    chatId = await ada.group('crew', await Person.register(ours.url, 'ben'));
  }, 120_000);

  afterAll(async () => {
    await ours.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const killAll = async (app: 'files' | 'gateway') => {
    for (const part of ours.cluster.replicasOf(app)) await part.kill();
  };
  const startAll = async (app: 'files' | 'gateway') => {
    for (const part of ours.cluster.replicasOf(app)) await part.start();
  };
  const filesOf = (place: string) => {
    const path = join(folder, place);
    return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }) : [];
  };

  it.each([
    ['client', () => Promise.resolve()],
    ['gateways', async () => killAll('gateway').then(() => startAll('gateway'))],
    ['file services', async () => killAll('files').then(() => startAll('files'))],
    // The other one goes on, with what the first has left.
    ['first of the file services', async () => ours.cluster.part('files-1').kill()],
  ])('goes on where it was by a kill of the %s', async (_, kill) => {
    const content = new Uint8Array(randomBytes(size));
    content.set(Buffer.from('%PDF-1.7\n'));
    const picked = { chatId, name: 'large.pdf', content };
    const before = filesOf('contents').filter((entry) => entry.isFile()).length;
    const upload = await begun(ada, picked, size);
    const id = upload.split('/').at(-1)!;

    const request = await stuck(ada, upload, { all: size, sent: content.slice(0, sent) });
    const kept = () => statSync(join(folder, 'unfinished', id)).size;
    await eventually(() => expect(kept()).toBeGreaterThan(0.9 * sent));
    await kill();
    request.destroy();
    expect(kept()).toBeGreaterThan(0.9 * sent);

    expect(await resumed(ada, picked, upload)).toBe(id);
    const { body } = await eventually(() => ada.get(`/api/files/${id}/meta`));
    const { sha256 } = FileMeta.parse(body);
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
    // Once, and nothing else of it.
    const kinds = ['contents', 'unfinished', 'incoming'].map(
      (place) => filesOf(place).filter((entry) => entry.isFile()).length,
    );
    expect(kinds).toEqual([before + 1, 0, 0]);
  });
});
