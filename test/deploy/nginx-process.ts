import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '@app/platform/testing';
import { Part } from '../../apps/cluster/src/part.js';

/** Debian has its servers where the path of a person does not lead. */
const env = { PATH: `${process.env['PATH']}:/usr/sbin` };

const shipped = resolve('deploy/nginx');

/** Files of the shipped configuration, and what else their place needs. */
const certificate = ['fullchain.pem', 'privkey.pem'] as const;

/**
 * Debian's nginx on loopback with the configuration that is shipped. Only what belongs to a place
 * is other: ports, the certificate, and the gateways, which Docker's name server would list.
 */
export class NginxProcess {
  #part: Part | undefined;

  private constructor(
    readonly folder: string,
    readonly httpPort: number,
    readonly httpsPort: number,
  ) {}

  /** `gateways`: their ports on loopback. Not started yet. */
  static async prepare(gateways: readonly number[]): Promise<NginxProcess> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-nginx-'));
    // Its workers are another user when the tests are root's.
    chmodSync(folder, 0o755);
    cpSync(shipped, join(folder, 'conf'), { recursive: true });
    makeCertificate(join(folder, 'conf/tls'));
    const nginx = new NginxProcess(folder, await freePort(), await freePort());
    nginx.#render('parley.conf', (text) =>
      text
        .replace('listen 8080 ', `listen 127.0.0.1:${nginx.httpPort} `)
        .replace('listen 8443 ', `listen 127.0.0.1:${nginx.httpsPort} `),
    );
    nginx.#render('upstreams.conf', (text) =>
      text
        .replace(/^resolver .*\n/m, '')
        .replace(/^( *)server gateway:5000 resolve (.*)$/m, (_, indent: string, rest: string) =>
          gateways.map((port) => `${indent}server 127.0.0.1:${port} ${rest}`).join('\n'),
        ),
    );
    return nginx;
  }

  get url(): string {
    return `https://localhost:${this.httpsPort}`;
  }

  /** What clients must trust. */
  get certificate(): Buffer {
    return readFileSync(join(this.folder, 'conf/tls', certificate[0]));
  }

  /** What `nginx -t` says. Throws when it finds anything wrong. */
  test(): string {
    // Not its standard output: that would be a socket, and nginx opens it as a file.
    const { status, stderr } = spawnSync('nginx', [...this.#arguments, '-t'], {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(stderr);
    return stderr;
  }

  async start(): Promise<void> {
    this.#part = new Part({
      name: 'nginx',
      command: 'nginx',
      args: [...this.#arguments, '-g', 'daemon off;'],
      environment: env,
      check: () => fetch(`http://127.0.0.1:${this.httpPort}`, { redirect: 'manual' }),
    });
    await this.#part.start();
  }

  async close(): Promise<void> {
    await this.#part?.stop();
    rmSync(this.folder, { recursive: true });
  }

  get #arguments(): string[] {
    const writable = join(this.folder, 'run');
    mkdirSync(writable, { recursive: true });
    return ['-e', 'stderr', '-p', writable, '-c', join(this.folder, 'conf/nginx.conf')];
  }

  #render(file: string, change: (text: string) => string): void {
    const path = join(this.folder, 'conf', file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`${file} has nothing to replace`);
    writeFileSync(path, changed);
  }
}

function makeCertificate(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const [chain, key] = certificate.map((name) => join(folder, name));
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
  const files = ['-keyout', key!, '-out', chain!];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...kind, ...names, ...files], {
    stdio: 'pipe',
  });
}
