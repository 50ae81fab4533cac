import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../libs/platform/src/process/free-port.js';
import type { Contender } from './contender.js';

const MOST_TRIES = 100;

/** One worker that keeps what is put to it, and sends it from the kernel. Debian's package. */
export async function nginx(): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-nginx-'));
  mkdirSync(join(folder, 'files'));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const settings = `
    daemon off; master_process off; worker_processes 1;
    pid ${folder}/pid; error_log ${folder}/errors;
    events { worker_connections 64; }
    http {
      access_log off; sendfile on; client_max_body_size 1g; ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; root ${folder}/files; dav_methods PUT; }
    }`;
  writeFileSync(join(folder, 'nginx.conf'), settings);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf')];
  const child = spawn('/usr/sbin/nginx', args, { stdio: 'ignore' });
  const gone = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url, join(folder, 'errors'));
  const close = async () => {
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true });
  };
  return { name: 'nginx', url, pids: [child.pid!], close };
}

async function untilItAnswers(url: string, errors: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      // It does not listen yet, or never will.
      if (tries === MOST_TRIES) throw new Error(readFileSync(errors, 'utf8'), { cause: error });
      await sleep(20);
    }
  }
}
