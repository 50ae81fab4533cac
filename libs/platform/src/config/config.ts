import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { backupsConfigFrom, type BackupsConfig } from './backups-settings.js';
import { callsConfigFrom, type CallsConfig } from './calls-settings.js';
import { commaList } from './comma-list.js';
import { filesConfigFrom, filesProblems, type FilesConfig } from './files-settings.js';
import { mailProblems } from './mail-settings.js';
import { importsConfigFrom, type ImportsConfig } from './imports-settings.js';
import { mediaConfigFrom, type MediaConfig } from './media-settings.js';
import { notificationsConfigFrom, type NotificationsConfig } from './notifications-settings.js';
import { scanConfigFrom, type ScanConfig } from './scan-settings.js';
import { settings, type SettingName, type Settings } from './settings.js';
import { StartRefused } from './start-refused.js';
import { turnProblems } from './turn-settings.js';
import { webhooksConfigFrom, type WebhooksConfig } from './webhooks-settings.js';

/** The settings as the process uses them: parsed once, at boot, and passed on. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly isProduction: boolean;
  /** Absent: start the embedded database. */
  readonly mongodbUri?: string | undefined;
  /** Absent only until `withSecret` has made one. */
  readonly jwtSecret?: string | undefined;
  readonly jwtSecretPrevious?: string | undefined;
  /** Allowed origins besides the own address. */
  readonly clientOrigins: readonly string[];
  /** Where browsers fetch hashed files of the web app, with a slash at the end; absent: here. */
  readonly cdnUrl?: string | undefined;
  /** Absent: this process shares nothing with others. */
  readonly redisUrl?: string | undefined;
  /** Seconds; 0 never, -1 always. */
  readonly editWindow: number;
  readonly name: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly mongod?: string | undefined;
  /** Absolute: where the set-up puts a database engine, and a media worker. */
  readonly cacheDir: string;
  /** The folders in which a `mongod` is looked for. */
  readonly searchPath: readonly string[];
  readonly files: FilesConfig;
  /** Absent: what is uploaded is not scanned. */
  readonly scan?: ScanConfig | undefined;
  readonly backups: BackupsConfig;
  readonly imports: ImportsConfig;
  readonly media: MediaConfig;
  readonly calls: CallsConfig;
  readonly notifications: NotificationsConfig;
  readonly webhooks: WebhooksConfig;
  readonly webDir: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly bcryptCost: number;
  /** Seconds. */
  readonly accessTtl: number;
  /** Seconds. */
  readonly refreshTtl: number;
  readonly socketBurst: number;
  readonly socketRate: number;
  readonly socketsPerUser: number;
  readonly socketsPerAddress: number;
  readonly httpBurst: number;
  readonly httpRate: number;
  readonly loginFailures: number;
  /** What a scraper on another machine shows; absent: there is none. */
  readonly metricsToken?: string | undefined;
  /** Absent: work is not traced. */
  readonly otlpUrl?: string | undefined;
  /** In [0, 1]. */
  readonly traceShare: number;
  /** Ms that a call of another process may take, and an answer of Redis. */
  readonly rpcTimeoutMs: number;
  readonly trustProxy: number;
}

/** The injection token of the `Config`. */
export const CONFIG = Symbol('CONFIG');

/** What is wrong with the environment, one line each; the process refuses to start. */
export class ConfigError extends StartRefused {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not valid:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

/**
 * Parses the environment. Throws `ConfigError`, which names every unknown `PARLEY_*` variable,
 * every bad value and what is missing of `required`, all at once.
 */
export function configFrom(
  environment: NodeJS.ProcessEnv = process.env,
  required: readonly SettingName[] = [],
): Config {
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('PARLEY_') && !(name in settings))
    .map((name) => `${name}: there is no such setting`);
  const values: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(settings)) {
    // An empty value means the same as none: `.env` files cannot leave a name out.
    const value = environment[name] === '' ? undefined : environment[name];
    const { data, error } = z.safeParse(schema, value);
    if (error) problems.push(`${name}: ${error.issues.map(({ message }) => message).join(', ')}`);
    else values[name] = data;
  }
  for (const name of required) {
    if (!environment[name]) problems.push(`${name}: missing, and this app cannot do without`);
  }
  problems.push(
    ...filesProblems(environment),
    ...turnProblems(environment),
    ...mailProblems(environment),
  );
  // A generated secret would differ between servers, and be lost with the disk of one.
  if (environment['NODE_ENV'] === 'production' && !environment['JWT_SECRET']) {
    problems.push('JWT_SECRET: missing, and production does not make its own');
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(values as Settings, environment['PATH'] ?? '');
}

function toConfig(values: Settings, path: string): Config {
  return {
    port: values.PORT,
    host: values.PARLEY_HOST,
    isProduction: values.NODE_ENV === 'production',
    mongodbUri: values.MONGODB_URI,
    jwtSecret: values.JWT_SECRET,
    jwtSecretPrevious: values.JWT_SECRET_PREVIOUS,
    clientOrigins: commaList(values.CLIENT_URL),
    cdnUrl: values.CDN_URL?.replace(/\/*$/, '/'),
    redisUrl: values.REDIS_URL,
    editWindow: values.EDIT_WINDOW,
    name: values.PARLEY_NAME,
    dataDir: resolve(values.PARLEY_DATA_DIR),
    mongod: values.PARLEY_MONGOD,
    cacheDir: join(values.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'parley'),
    searchPath: path.split(delimiter).filter((folder) => folder !== ''),
    files: filesConfigFrom(values),
    scan: scanConfigFrom(values),
    backups: backupsConfigFrom(values),
    imports: importsConfigFrom(values),
    media: mediaConfigFrom(values),
    calls: callsConfigFrom(values),
    notifications: notificationsConfigFrom(values),
    webhooks: webhooksConfigFrom(values),
    webDir: values.PARLEY_WEB_DIR,
    logLevel: values.PARLEY_LOG_LEVEL,
    bcryptCost: values.PARLEY_BCRYPT_COST,
    accessTtl: values.PARLEY_ACCESS_TTL,
    refreshTtl: values.PARLEY_REFRESH_TTL,
    ...limitsFrom(values),
    metricsToken: values.PARLEY_METRICS_TOKEN,
    otlpUrl: values.PARLEY_OTLP_URL,
    traceShare: values.PARLEY_TRACE_SHARE,
    rpcTimeoutMs: values.PARLEY_RPC_TIMEOUT,
    trustProxy: values.PARLEY_TRUST_PROXY,
  };
}

const limitsFrom = (values: Settings) => ({
  socketBurst: values.PARLEY_SOCKET_BURST,
  socketRate: values.PARLEY_SOCKET_RATE,
  socketsPerUser: values.PARLEY_SOCKETS_PER_USER,
  socketsPerAddress: values.PARLEY_SOCKETS_PER_ADDRESS,
  httpBurst: values.PARLEY_HTTP_BURST,
  httpRate: values.PARLEY_HTTP_RATE,
  loginFailures: values.PARLEY_LOGIN_FAILURES,
});
