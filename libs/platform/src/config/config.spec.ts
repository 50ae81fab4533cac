import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, configFrom, type Config } from './config.js';
import { keptSecret } from './kept-secret.js';
import { readEnvironment } from './read-environment.js';
import { withSecret } from './with-secret.js';

const secret = 's'.repeat(32);

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    configFrom(environment);
    return [];
  } catch (error) {
    // What is tested: anything else fails the test.
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('configFrom', () => {
  it('has a default for everything but the secret', () => {
    expect(configFrom({})).toMatchObject({ port: 5000, host: '127.0.0.1', isProduction: false });
    expect(configFrom({}).jwtSecret).toBeUndefined();
  });

  it('reads the names that were ordered', () => {
    const config = configFrom({
      PORT: '80',
      MONGODB_URI: 'mongodb://a,b/parley',
      JWT_SECRET: secret,
      CLIENT_URL: 'https://a.example, https://b.example',
    });
    expect(config).toMatchObject({
      port: 80,
      mongodbUri: 'mongodb://a,b/parley',
      jwtSecret: secret,
    });
    expect(config.clientOrigins).toEqual(['https://a.example', 'https://b.example']);
  });

  it('takes for a Redis what can be one', () => {
    const redis = (REDIS_URL: string) => problemsOf({ REDIS_URL });

    for (const url of ['redis://r', 'redis://:pass@r:6379/2', 'rediss://user:pass@r:6380']) {
      expect(redis(url)).toEqual([]);
    }
    for (const url of ['localhost:6379', 'http://r:6379', 'r', '/tmp/redis', 'redis://']) {
      expect(redis(url)).toEqual(['REDIS_URL: Not a Redis address']);
    }
  });

  it('sends mails only where it knows by whom, from whom and where their links lead', () => {
    const all = {
      PARLEY_SMTP_URL: 'smtps://user:pass@mail.example.com:465',
      PARLEY_MAIL_FROM: 'Parley <chat@example.com>',
      CLIENT_URL: 'https://chat.example.com/, https://b.example',
    };
    expect(configFrom(all).notifications.mail).toEqual({
      smtpUrl: all.PARLEY_SMTP_URL,
      from: all.PARLEY_MAIL_FROM,
      clientUrl: 'https://chat.example.com',
      afterMs: 900_000,
    });
    const off = { ...all, PARLEY_SMTP_URL: '' };
    expect(configFrom(off).notifications.mail).toBeUndefined();
    const named = (about: Record<string, string>) =>
      problemsOf({ ...all, ...about }).map((line) => line.split(':')[0]);
    expect(named({ PARLEY_MAIL_FROM: '' })).toEqual(['PARLEY_MAIL_FROM']);
    for (const CLIENT_URL of ['', 'chat.example.com', 'https://'])
      expect(named({ CLIENT_URL })).toEqual(['CLIENT_URL']);
    for (const from of ['Parley', 'a@b, c@d', 'a@b\r\nBcc: c@d', 'A\n <a@b>'])
      expect(named({ PARLEY_MAIL_FROM: from })).toEqual(['PARLEY_MAIL_FROM']);
    expect(problemsOf({ ...all, PARLEY_SMTP_URL: 'user:hunter2@mail' }).join()).toBe(
      'PARLEY_SMTP_URL: Not a mail server',
    );
  });

  it('takes an empty value for none', () => {
    expect(configFrom({ PORT: '', MONGODB_URI: '' })).toMatchObject({ port: 5000 });
  });

  it('refuses unknown names and bad values, all at once and by name', () => {
    const problems = problemsOf({
      PARLEY_COLOUR: 'red',
      PORT: '70000',
      MONGODB_URI: 'localhost',
      JWT_SECRET: 'short',
      OTHER_THING: 'is not ours to judge',
    });
    expect(problems.map((line) => line.split(':')[0])).toEqual([
      'PARLEY_COLOUR',
      'PORT',
      'MONGODB_URI',
      'JWT_SECRET',
    ]);
  });

  it('does not repeat a secret that it refuses', () => {
    expect(problemsOf({ JWT_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('refuses production without a secret', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('JWT_SECRET')]);
    expect(problemsOf({ NODE_ENV: 'production', JWT_SECRET: '' })).toHaveLength(1);
    expect(problemsOf({ NODE_ENV: 'production', JWT_SECRET: secret })).toEqual([]);
  });

  it('keeps files in the data directory, or where it is said', () => {
    expect(configFrom({ PARLEY_DATA_DIR: '/data' }).files.folder).toBe('/data/files');
    expect(configFrom({ PARLEY_FILES_DIR: '/mnt/files' }).files.folder).toBe('/mnt/files');
  });

  it('keeps files in a bucket when one is named', () => {
    const { s3 } = configFrom({
      PARLEY_FILES_S3_BUCKET: 'parley',
      PARLEY_FILES_S3_ENDPOINT: 'http://127.0.0.1:9000',
      PARLEY_FILES_S3_KEY: 'key',
      PARLEY_FILES_S3_SECRET: 'secret',
    }).files;
    expect(s3).toEqual({
      bucket: 'parley',
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:9000',
      credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
      hasDirectLinks: false,
    });
    expect(configFrom({ PARLEY_FILES_S3_BUCKET: 'parley' }).files.s3).not.toHaveProperty(
      'credentials',
    );
  });

  it.each([
    [{ PARLEY_FILES_S3_BUCKET: 'b', PARLEY_FILES_S3_KEY: 'key' }, 'PARLEY_FILES_S3_KEY'],
    [{ PARLEY_FILES_S3_ENDPOINT: 'http://127.0.0.1:9000' }, 'PARLEY_FILES_S3_BUCKET'],
  ])('refuses half of a bucket: %j', (environment, name) => {
    expect(problemsOf(environment)).toEqual([expect.stringMatching(`^${name}: `)]);
  });

  it('has files scanned where a scanner is named', () => {
    const scanned = (PARLEY_CLAMD: string) => configFrom({ PARLEY_CLAMD }).scan?.clamd;

    expect(configFrom({}).scan).toBeUndefined();
    expect(scanned('clamav:3310')).toEqual({ host: 'clamav', port: 3310 });
    expect(scanned('[::1]:3310')).toEqual({ host: '::1', port: 3310 });
    expect(scanned('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
    for (const said of ['clamav', 'clamav:', ':3310', '::1:3310', 'tcp://clamav:3310', 'clamd.ctl'])
      expect(problemsOf({ PARLEY_CLAMD: said })).toEqual([
        'PARLEY_CLAMD: Neither host:port nor the path of a socket',
      ]);
    expect(problemsOf({ PARLEY_CLAMD: 'a:65536' })).toEqual(['PARLEY_CLAMD: No such port']);
  });

  it('has media come in where the server listens, or where it is said', () => {
    const media = (environment: Record<string, string>) => configFrom(environment).media;

    expect(media({})).toEqual({ workers: 0, address: '127.0.0.1', port: 0 });
    expect(media({ PARLEY_HOST: '0.0.0.0' }).address).toBe('0.0.0.0');
    expect(media({ PARLEY_HOST: 'localhost' }).address).toBe('127.0.0.1');
    expect(media({ PARLEY_HOST: '0.0.0.0', PARLEY_MEDIA_ADDRESS: '::' }).address).toBe('::');
    expect(media({ PARLEY_MEDIA_ANNOUNCED: 'calls.example' }).announced).toBe('calls.example');
    expect(problemsOf({ PARLEY_MEDIA_ADDRESS: 'calls.example' })).toEqual([
      'PARLEY_MEDIA_ADDRESS: Not an address in numbers',
    ]);
    expect(problemsOf({ PARLEY_MEDIA_ANNOUNCED: 'http://calls.example' })).toHaveLength(1);
  });

  it('knows where calls find a way, and by which secret', () => {
    const urls = 'stun:turn.example.com, turn:turn.example.com:3478?transport=udp,turns:[::1]:443';
    expect(configFrom({}).calls.turn).toEqual({ stunUrls: [], turnUrls: [], ttl: 3600 });
    const environment = { PARLEY_TURN_URLS: urls, PARLEY_TURN_SECRET: secret };
    expect(configFrom(environment).calls.turn).toEqual({
      stunUrls: ['stun:turn.example.com'],
      turnUrls: ['turn:turn.example.com:3478?transport=udp', 'turns:[::1]:443'],
      secret,
      ttl: 3600,
    });
    expect(problemsOf({ PARLEY_TURN_URLS: 'stun:turn.example.com' })).toEqual([]);
    expect(problemsOf({ PARLEY_TURN_URLS: 'turn:turn.example.com' })).toEqual([
      expect.stringMatching('^PARLEY_TURN_SECRET: missing'),
    ]);
  });

  it.each([
    'turn.example.com',
    'turn://turn.example.com',
    'turn:turn.example.com:70000',
    'turn:',
    'stun:turn.example.com?transport=udp',
    'turn:turn.example.com?transport=sctp',
    'https://turn.example.com',
  ])('refuses %s as a way for calls, and names it', (bad) => {
    const PARLEY_TURN_URLS = `stun:turn.example.com,${bad}`;
    expect(problemsOf({ PARLEY_TURN_URLS, PARLEY_TURN_SECRET: secret })).toEqual([
      `PARLEY_TURN_URLS: Not addresses of STUN or TURN servers: ${bad}`,
    ]);
  });

  it('bounds the ways, and how long they are good', () => {
    const PARLEY_TURN_URLS = Array.from({ length: 9 }, (_, n) => `stun:s${n}.example`).join();
    expect(problemsOf({ PARLEY_TURN_URLS })).toEqual(['PARLEY_TURN_URLS: More than 8 addresses']);
    for (const PARLEY_TURN_TTL_SECONDS of ['59', '86401'])
      expect(problemsOf({ PARLEY_TURN_TTL_SECONDS })).toHaveLength(1);
    const PARLEY_TURN_SECRET = 'hunter2';
    expect(problemsOf({ PARLEY_TURN_SECRET }).join()).not.toContain(PARLEY_TURN_SECRET);
  });

  it('looks for a `mongod` in the folders of the path', () => {
    expect(configFrom({ PATH: '/a::/b' }).searchPath).toEqual(['/a', '/b']);
  });
});

describe('files of the configuration', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-config-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads `.env` below the environment', () => {
    process.env['CLIENT_URL'] = 'https://environment.example';
    writeFileSync(join(folder, '.env'), 'CLIENT_URL=https://file.example\nPARLEY_COLOUR="red"\n');
    const environment = readEnvironment(folder);
    delete process.env['CLIENT_URL'];
    expect(environment['CLIENT_URL']).toBe('https://environment.example');
    expect(() => configFrom(environment)).toThrow('PARLEY_COLOUR');
  });

  it('does without a `.env`', () => {
    expect(readEnvironment(folder)).toEqual(process.env);
  });

  it('keeps a secret, for its owner only', () => {
    const file = join(folder, 'new', 'secret');
    const kept = keptSecret(file);
    expect(kept).toHaveLength(43);
    chmodSync(file, 0o644);
    expect(keptSecret(file)).toBe(kept);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'new'))).toEqual(['secret']);
  });

  it('makes a secret for tokens only when none is given', () => {
    const config = configFrom({ PARLEY_DATA_DIR: folder });
    const { jwtSecret } = withSecret(config);
    expect(withSecret(config).jwtSecret).toBe(jwtSecret);
    expect(withSecret({ ...config, jwtSecret: secret }).jwtSecret).toBe(secret);
  });

  it('makes a key of pushes where none is given, and keeps it; in production none', () => {
    const keyOf = (config: Config) => withSecret(config).notifications.vapidKey;
    const config = configFrom({ PARLEY_DATA_DIR: folder });
    const key = keyOf(config);
    expect([key?.length, keyOf(config)]).toEqual([43, key]);
    expect(statSync(join(folder, 'vapid-key')).mode & 0o777).toBe(0o600);
    const others = join(folder, 'others');
    expect(keyOf({ ...config, dataDir: others })).not.toBe(key);
    const given = { ...config.notifications, vapidKey: 'given' };
    expect(keyOf({ ...config, notifications: given })).toBe('given');
    expect(keyOf({ ...config, isProduction: true })).toBeUndefined();
  });
});
