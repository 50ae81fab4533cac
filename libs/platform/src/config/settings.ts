import * as z from 'zod/mini';
import { backupsSettings } from './backups-settings.js';
import { callsSettings } from './calls-settings.js';
import { filesSettings } from './files-settings.js';
import { importsSettings } from './imports-settings.js';
import { mediaSettings } from './media-settings.js';
import { notificationsSettings } from './notifications-settings.js';
import { scanSettings } from './scan-settings.js';
import { webhooksSettings } from './webhooks-settings.js';

const whole = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));
const secret = z.string().check(z.minLength(32, 'At least 32 characters'));

/** One variable of the environment: its schema, and what it means (one line of Markdown). */
export interface Setting<S extends z.ZodMiniType = z.ZodMiniType> {
  readonly schema: S;
  readonly about: string;
}

const setting = <S extends z.ZodMiniType>(schema: S, about: string): Setting<S> => ({
  schema,
  about,
});

/**
 * Every variable that Parley reads, and nothing else: `.env.example` and the table in the README
 * are written from it. A `PARLEY_*` name that is not here refuses to start.
 */
export const settings = {
  PORT: setting(z._default(whole(0, 65_535), 5000), 'Port of the web app, REST and sockets.'),
  PARLEY_HOST: setting(z._default(z.string(), '127.0.0.1'), 'Address to listen on.'),
  NODE_ENV: setting(
    z._default(z.enum(['development', 'production', 'test']), 'development'),
    '`production` refuses to start with generated secrets, and takes passwords and tokens by HTTPS only, or from this machine.',
  ),
  MONGODB_URI: setting(
    z.optional(z.string().check(z.regex(/^mongodb(\+srv)?:\/\//, 'Not a MongoDB address'))),
    'A replica set to use; without it the embedded database is started.',
  ),
  JWT_SECRET: setting(
    z.optional(secret),
    'Signs access tokens. Made and kept in the data directory if absent, but not in production.',
  ),
  JWT_SECRET_PREVIOUS: setting(
    z.optional(secret),
    'Still accepted while tokens signed with it live: how a secret is rotated.',
  ),
  CLIENT_URL: setting(
    z._default(z.string(), ''),
    'Origins that may call, separated by commas; the own address may always.',
  ),
  CDN_URL: setting(
    z.optional(
      z
        .string()
        .check(z.regex(/^https?:\/\/[\w.:-]+(\/[\w.~/-]*)?$/, 'Not the address of a mirror')),
    ),
    'Where browsers fetch hashed files of the web app: a mirror of this server. Absent: here.',
  ),
  REDIS_URL: setting(
    z.optional(z.string().check(z.regex(/^rediss?:\/\/[^/\s]/, 'Not a Redis address'))),
    'Shares ports among processes; absent: this one alone.',
  ),
  EDIT_WINDOW: setting(
    z._default(whole(-1, 315_360_000), 86_400),
    'Seconds in which an author may edit; 0 never, -1 always.',
  ),
  PARLEY_NAME: setting(z._default(z.string(), 'Parley'), 'Name of the workspace.'),
  PARLEY_DATA_DIR: setting(z._default(z.string(), '.parley'), 'Where the embedded data is kept.'),
  PARLEY_MONGOD: setting(
    z.optional(z.string()),
    'Path of a `mongod` to start as the embedded database; else the first on the `PATH`.',
  ),
  XDG_CACHE_HOME: setting(
    z.optional(z.string()),
    'Where the set-up keeps what it builds, in `parley`; without it `~/.cache`.',
  ),
  ...filesSettings,
  ...scanSettings,
  ...backupsSettings,
  ...importsSettings,
  ...mediaSettings,
  ...callsSettings,
  ...notificationsSettings,
  ...webhooksSettings,
  PARLEY_WEB_DIR: setting(z._default(z.string(), 'dist/web/browser'), 'The built web app.'),
  PARLEY_LOG_LEVEL: setting(
    z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
    'Least severity that is logged.',
  ),
  PARLEY_BCRYPT_COST: setting(z._default(whole(4, 16), 12), 'Cost of a password hash.'),
  PARLEY_ACCESS_TTL: setting(z._default(whole(5, 900), 900), 'Seconds an access token lives.'),
  PARLEY_REFRESH_TTL: setting(
    z._default(whole(60, 31_536_000), 2_592_000),
    'Seconds an unused session lives.',
  ),
  PARLEY_SOCKET_BURST: setting(z._default(whole(1, 100_000), 120), 'Socket events in a burst.'),
  PARLEY_SOCKET_RATE: setting(
    z._default(z.coerce.number().check(z.positive(), z.maximum(100_000)), 4),
    'Socket events a second that refill the burst.',
  ),
  PARLEY_SOCKETS_PER_USER: setting(z._default(whole(1, 10_000), 50), 'Sockets of one person.'),
  PARLEY_SOCKETS_PER_ADDRESS: setting(
    z._default(whole(1, 100_000), 1000),
    'Sockets from one address.',
  ),
  PARLEY_HTTP_BURST: setting(
    z._default(whole(1, 1_000_000), 300),
    'REST requests of one person in a burst; four times that from one address.',
  ),
  PARLEY_HTTP_RATE: setting(
    z._default(z.coerce.number().check(z.positive(), z.maximum(1_000_000)), 30),
    'REST requests a second that refill the burst.',
  ),
  PARLEY_LOGIN_FAILURES: setting(
    z._default(whole(1, 100_000), 5),
    'Failed log-ins a minute, per account and address.',
  ),
  PARLEY_METRICS_TOKEN: setting(
    z.optional(secret),
    'Lets a scraper on another machine read `/metrics`, as a bearer token.',
  ),
  PARLEY_OTLP_URL: setting(
    z.optional(z.url()),
    'Where traces go, by OTLP over HTTP: `http://localhost:4318/v1/traces`. Absent: nowhere.',
  ),
  PARLEY_TRACE_SHARE: setting(
    z._default(z.coerce.number().check(z.minimum(0), z.maximum(1)), 1),
    'Share of all traces that is sent, from 0 to 1.',
  ),
  PARLEY_RPC_TIMEOUT: setting(
    z._default(whole(100, 60_000), 1500),
    'Milliseconds until a service, or Redis, that does not answer is given up.',
  ),
  PARLEY_TRUST_PROXY: setting(
    z._default(whole(0, 10), 0),
    'Proxies in front whose X-Forwarded-For and X-Forwarded-Proto are believed.',
  ),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export type Settings = {
  readonly [N in SettingName]: z.output<(typeof settings)[N]['schema']>;
};
