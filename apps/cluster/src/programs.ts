import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import type { Program } from './part.js';

/** Every service alone; the last one is what people reach. */
export const separate = [
  'auth',
  'users',
  'chat',
  'files',
  'calls',
  'notifications',
  'gateway',
] as const;

export type AppName = (typeof separate)[number] | 'server';

const setpriv = '/usr/bin/setpriv';

/** Not on the path of ordinary users. */
const debianNginx = '/usr/sbin/nginx';

/** One of ours, on `port` of the loopback address. */
export function appProgram(
  app: AppName,
  { number, port, environment }: { number: number; port: number; environment: NodeJS.ProcessEnv },
): Program {
  return {
    name: `${app}-${number}`,
    command: process.execPath,
    // To read all the maps takes a fifth of the time of a start: only where we do so, too.
    args: [
      ...(process.sourceMapsEnabled ? ['--enable-source-maps'] : []),
      resolve(`dist/apps/${app}/src/main.js`),
    ],
    environment: { ...environment, PORT: String(port) },
    check: async () => {
      const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
      if (status !== 200) throw new Error(`Not ready: ${status}`);
    },
  };
}

/** Debian's Redis, which forgets everything when it ends: nothing in it is the only copy. */
export function redisProgram(port: number): Program {
  const loopback = ['--bind', '127.0.0.1', '--port', String(port)];
  return {
    name: 'redis',
    ...endingWithUs('redis-server', [
      ...loopback,
      ...['--save', '', '--appendonly', 'no', '--loglevel', 'warning'],
    ]),
    check: () => listens(port),
  };
}

/**
 * Debian's nginx in front of the gateways, by turns, with the locations that are shipped. Writes
 * its configuration and its temporary files into `folder`.
 */
export function nginxProgram(folder: string, port: number, gateways: readonly number[]): Program {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, nginxConfiguration(port, gateways));
  return {
    name: 'nginx',
    ...endingWithUs(existsSync(debianNginx) ? debianNginx : 'nginx', [
      ...['-p', folder, '-c', file, '-g', 'daemon off;'],
    ]),
    check: () => listens(port),
  };
}

function nginxConfiguration(port: number, gateways: readonly number[]): string {
  const shipped = resolve('deploy/nginx');
  const servers = gateways.map(
    (gateway) => `    server 127.0.0.1:${gateway} max_fails=1 fail_timeout=1s;`,
  );
  // One process: workers would go on without a master that is killed, and hold its port.
  return `master_process off;
pid nginx.pid;
error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;\n' : ''}events {
  worker_connections 4096;
}

http {
  include ${shipped}/http.conf;
  access_log off;
  upstream parley_gateways {
    zone parley_gateways 128k;
${servers.join('\n')}
    keepalive 64;
    keepalive_timeout 55s;
  }
  server {
    listen 127.0.0.1:${port};
    include ${shipped}/locations.conf;
  }
}
`;
}

/**
 * A program that knows no channel to us: by util-linux the kernel ends it when we are killed, where
 * there is that.
 */
function endingWithUs(command: string, args: readonly string[]): Pick<Program, 'command' | 'args'> {
  if (!existsSync(setpriv)) return { command, args };
  return { command: setpriv, args: ['--pdeathsig', 'KILL', command, ...args] };
}

async function listens(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
