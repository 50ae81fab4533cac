import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { mongo } from 'mongoose';

/** Node publishes every socket that a process connects with. */
const channel = 'net.client.socket';

/** Where the databases of this process are: nobody else's sockets are any of our business. */
const ports = new Set<number>();

let isListening = false;

/** Call it before a client connects. Idempotent: one listener per process looks at each socket. */
export function listenForSockets(): void {
  if (isListening) return;
  isListening = true;
  subscribe(channel, (message) => {
    const { socket } = message as { socket: Socket };
    let port: number | undefined;
    socket.once('connect', () => (port = socket.remotePort));
    socket.once('close', (hadError) => {
      const isOurs = port !== undefined && ports.has(port);
      if (hadError || !isOurs || socket.listenerCount('drain') === 0) return;
      socket.emit('error', new Error('The connection was closed while a command was written'));
    });
  });
}

/**
 * Lets a command of the client fail whose connection is closed while it is written. The driver (7.9
 * too, `Connection.writeCommand`) waits for the `drain` or the `error` of the socket, and one that
 * was just destroyed says neither: after the kill of an engine such a command, and with it the log
 * of its chat, waited for ever. Sockets of TLS are not published by Node, and stay as they are.
 */
export function failWhatIsClosedUnderWrite(client: mongo.MongoClient): void {
  for (const { port } of client.options.hosts) if (port) ports.add(port);
  // Members of a replica set that none of them named.
  client.on('connectionCreated', ({ address }) => ports.add(Number(address.split(':').at(-1))));
}
