import type { IncomingMessage, Server } from 'node:http';

/** Where Socket.IO listens. */
const socketPath = '/socket.io/';

/**
 * Lets a request take its connection over only when it is for a WebSocket, and where sockets are.
 * Any other `Upgrade` is a wish that HTTP lets a server ignore: such a request is answered like one
 * without. Node would hand it to Socket.IO, which hangs up; a proxy takes a server that hangs up
 * for a dead one, so that a handful of requests of anybody would shut out everybody.
 */
export function onlySocketsUpgrade(server: Server): void {
  const isForSocket = ({ url, headers }: IncomingMessage): boolean =>
    url?.startsWith(socketPath) === true && headers.upgrade?.toLowerCase() === 'websocket';
  // A property that Node reads at each request; its types know it as an option only.
  Object.assign(server, { shouldUpgradeCallback: isForSocket });
}
