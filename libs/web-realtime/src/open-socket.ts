import type { RawSocket } from './socket-connection';

/**
 * A stock Socket.IO connection to where the page comes from, by WebSocket only: no sticky sessions
 * are needed. Its code is fetched now, not with the page.
 */
export async function openSocket(token: string): Promise<RawSocket> {
  const { io } = await import('socket.io-client');
  return io(location.origin, {
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
}
