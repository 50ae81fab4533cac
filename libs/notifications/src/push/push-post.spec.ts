import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { globalAgent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserId } from '@app/contracts';
import { configFrom } from '@app/platform';
import { ManualTime } from '@app/platform/testing';
import { PushEndpoint } from '../testing/push-endpoint.js';
import { PushPost } from './push-post.js';
import type { PushKeys } from './web-push-crypto.js';

const postage = { ttlSeconds: 45, urgency: 'high', topic: 'a-topic' } as const;
const pushed = { type: 'clear', chatId: 'c1', seq: 7 } as const;

/** A key and a certificate of this machine, which nobody knows. */
function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), 'parley-push-'));
  const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
  const names = ['-subj', '/CN=push', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  const files = ['-keyout', keyFile!, '-out', certFile!];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...kind, ...names, ...files], {
    stdio: 'pipe',
  });
  const [key, cert] = [keyFile!, certFile!].map((file) => readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  return { key: key!, cert: cert! };
}

describe('PushPost', () => {
  const certificate = selfSigned();
  let service: PushEndpoint;

  beforeAll(async () => (service = await PushEndpoint.start(certificate)));
  afterEach(() => delete globalAgent.options.ca);
  afterAll(() => service.close());

  const sent = (environment: NodeJS.ProcessEnv, keys?: PushKeys) => {
    const config = configFrom({
      NODE_ENV: 'test',
      PARLEY_VAPID_KEY: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
      ...environment,
    });
    const post = new PushPost(config, new ManualTime('2026-03-02T11:00:00.000Z'));
    const known = { id: 'd1', userId: UserId.parse('bob'), isSilent: false };
    const device = { ...known, ...service.browser('phone'), ...(keys && { keys }) };
    return post.send(device, JSON.stringify(pushed), postage);
  };

  it('brings it by HTTPS, with its postage, to a service that it has reason to trust', async () => {
    globalAgent.options.ca = certificate.cert;
    expect(await sent({ PARLEY_PUSH_PRIVATE: 'true' })).toBe('taken');
    expect(service.of('phone')).toEqual([pushed]);
    expect(service.arrived[0]!.headers).toMatchObject({ ttl: '45', urgency: 'high' });
  });

  it('gives up who has a key that is no point of the curve', async () => {
    const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: 'A'.repeat(22) };
    expect(await sent({ PARLEY_PUSH_PRIVATE: 'true' }, keys)).toBe('gone');
  });

  it('leaves it for later where it has none', async () => {
    const { asked } = service;
    expect(await sent({ PARLEY_PUSH_PRIVATE: 'true' })).toBe('later');
    expect(service.asked).toBe(asked);
  });
});
