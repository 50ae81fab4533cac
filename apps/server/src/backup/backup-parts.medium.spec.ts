import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNamed } from '@app/backups';
import { adapters, configFrom } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { NestFactory } from '@nestjs/core';
import { ServerAppModule } from '../server-app.module.js';

it('A backup knows every collection of every module', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-parts-'));
  const config = configFrom({
    NODE_ENV: 'test',
    MONGODB_URI: freshDatabaseUri(),
    JWT_SECRET: 's'.repeat(32),
    PARLEY_DATA_DIR: dataDir,
  });
  const ports = await adapters(config);
  // Made, and not started: repositories declare what they have when they are made.
  const root = ServerAppModule.with(ports, config);
  await NestFactory.create(root, { logger: false, abortOnError: false });
  const declared = ports.database!.collections;
  expect(declared.length).toBeGreaterThan(40);
  expect(declared.filter((name) => !isNamed(name))).toEqual([]);
  await ports.close();
  rmSync(dataDir, { recursive: true, force: true });
});
