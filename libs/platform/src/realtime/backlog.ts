import * as ws from 'ws';
import type { Connection } from './socket-internals.js';

/**
 * Whether a client takes so little of what it was sent that it must be sent no more: over 1 MiB not
 * yet taken by the kernel, or 4096 packets held back by engine.io.
 */
export function isStalled({ transport, writeBuffer }: Connection): boolean {
  return (transport.socket?._socket.writableLength ?? 0) > 1 << 20 || writeBuffer.length > 4096;
}

/** Whether a WebSocket is on its way out, of which Socket.IO hears later. */
export function isEnding({ transport: { socket } }: Connection): boolean {
  return socket !== undefined && socket.readyState !== ws.WebSocket.OPEN;
}
