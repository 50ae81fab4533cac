/** Stock Socket.IO: a room per chat, a broadcast per message. Nothing is checked or stored. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const server = new Server(http, { transports: ['websocket'] });
server.on('connection', (socket) => {
  void socket.join('everybody');
  socket.on('send_message', (message: unknown, ack: (reply: object) => void) => {
    server.to('everybody').emit('new_message', message);
    ack({ ok: true });
  });
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.send?.({ port: (http.address() as AddressInfo).port });
