import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * Runs `task` while no other set-up with the same cache does. The lock is an abstract socket (a
 * name in the kernel): however its owner dies, it is free again. `onWait` is told who has it.
 */
export async function withSetUpLock(cache, task, onWait = () => {}) {
  const server = await acquire(nameOf(cache), onWait);
  try {
    return await task();
  } finally {
    server.close();
    for (const waiting of server.waiting) waiting.destroy();
    await once(server, 'close');
  }
}

/** As long as a name can be (`sun_path`): Node 20 fills up a shorter one, and later ones do not. */
const nameLength = 108;

function nameOf(cache) {
  const hash = createHash('sha256').update(cache).digest('hex').slice(0, 32);
  return `\0parley-setup-${hash}`.padEnd(nameLength, '-');
}

async function acquire(name, onWait) {
  for (;;) {
    const server = await listen(name);
    if (server) return server;
    await ownerGone(name, onWait);
  }
}

async function listen(name) {
  const server = createServer((socket) => {
    server.waiting.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => server.waiting.delete(socket));
    socket.write(String(process.pid));
  });
  server.waiting = new Set();
  server.listen(name);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    // EADDRINUSE: another set-up has it; the caller waits for its end.
    if (error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

/** The connection stays open as long as the owner has the lock. */
function ownerGone(name, onWait) {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.on('data', (pid) => onWait(String(pid)));
    // Refused or broken: it is gone, which is all that is asked.
    socket.on('error', () => {});
    socket.on('close', resolve);
  });
}
