import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '@app/platform';
import { ManualTime } from '@app/platform/testing';
import { mediaEngineFrom } from './media-engine-from.js';

describe('mediaEngineFrom', () => {
  let cacheDir: string;

  beforeEach(() => (cacheDir = mkdtempSync(join(tmpdir(), 'parley-media-'))));
  afterEach(() => rmSync(cacheDir, { recursive: true }));

  const make = (workerFile?: string) => {
    const time = new ManualTime();
    return mediaEngineFrom(
      { cacheDir, media: { ...configFrom({}).media, workerFile } },
      time,
      time,
    );
  };

  it('has no room where there is no worker, and says so', async () => {
    const engine = await make();

    await expect(engine.openRoom(() => undefined)).rejects.toMatchObject({
      ...{ code: 'service_unavailable', params: { service: 'media' } },
    });
    expect(engine.loads()).toEqual([]);
    await engine.close();
  });

  it('starts nothing before there is a room', async () => {
    const engine = await make(process.execPath);
    expect(engine.loads()).toEqual([]);
    await engine.close();
  });

  it('refuses to start with a worker that is no program', async () => {
    await expect(make(join(cacheDir, 'nothing'))).rejects.toThrow('PARLEY_MEDIA_WORKER');
  });
});
