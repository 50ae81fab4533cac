import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  adapters,
  configFrom,
  readEnvironment,
  StartRefused,
  type Config,
  type Database,
} from '@app/platform';
import { reachedDatabase } from '../running-database.js';
import { databaseTime, indexCheck, writeConcernCheck } from './database-checks.js';
import { checkOf, failed, ok, skipped, type Check, type Finding } from './finding.js';
import { clockCheck, diskCheck, mediaWorkerCheck, pushKeyCheck } from './machine-checks.js';
import { certificateCheck, mailCheck, portCheck, turnCheck } from './network-checks.js';

/** Looks at everything that this installation, as it is set up, stands on. Never rejects. */
export async function examine(environment = readEnvironment()): Promise<Finding[]> {
  const config = settingsOf(environment);
  if ('check' in config) return [config];
  const findings = [ok('settings', 'They are valid.')];
  for (const check of checksOf(config)) findings.push(await check());
  return [...findings, ...(await ofDatabase(config)), await redisCheck(config)()];
}

function settingsOf(environment: NodeJS.ProcessEnv): Config | Finding {
  try {
    return configFrom(environment);
  } catch (error) {
    // What is wrong with each is in its words.
    if (!(error instanceof StartRefused)) throw error;
    return failed('settings', error.message, 'Correct them: .env.example has all that there are.');
  }
}

function checksOf(config: Config): Check[] {
  const { files, media, notifications, calls, dataDir, clientOrigins } = config;
  const kept = !config.isProduction || notifications.vapidKey !== undefined;
  return [
    portCheck(config.host, config.port),
    diskCheck(dataDir),
    ...(files.s3 ? [] : [diskCheck(files.folder)]),
    mediaWorkerCheck(config.cacheDir, media.workerFile),
    turnCheck(calls.turn.turnUrls),
    kept && notifications.vapidKey === undefined
      ? () => Promise.resolve(ok('push keys', 'The server makes its own, and keeps it.'))
      : pushKeyCheck(notifications.vapidKey),
    ...clientOrigins.map((origin) => certificateCheck(origin)),
    mailCheck(notifications.mail?.smtpUrl),
  ];
}

async function ofDatabase(config: Config): Promise<Finding[]> {
  const { mongodbUri, dataDir } = config;
  if (mongodbUri === undefined && !existsSync(join(dataDir, 'database')))
    return [skipped('database', 'The embedded one is made at the first start.')];
  const cure =
    mongodbUri === undefined
      ? 'Start the server, which starts it, and ask again; its log is database.log.'
      : 'Start it, and check MONGODB_URI and the firewall.';
  const findings: Finding[] = [];
  const look = async (database: Database) => {
    const checks = [
      writeConcernCheck(database),
      indexCheck(database),
      clockCheck('database', () => databaseTime(database)),
    ];
    for (const check of checks) findings.push(await check());
  };
  const reached = await checkOf('database', cure, async () => {
    const isThere = await reachedDatabase(config, look);
    return isThere ? ok('database', '') : failed('database', 'It is not running.', cure);
  })();
  return reached.state === 'ok' ? findings : [...findings, reached];
}

function redisCheck({ redisUrl, rpcTimeoutMs }: Config): Check {
  const cure = 'Start it, and check REDIS_URL and the firewall.';
  return checkOf('Redis', cure, async () => {
    if (redisUrl === undefined) return skipped('Redis', 'This server works alone (REDIS_URL).');
    const ports = await adapters({ redisUrl, rpcTimeoutMs });
    try {
      await ports.checkRedis!();
      return ok('Redis', 'It takes writes.');
    } finally {
      await ports.close();
    }
  });
}
