/** A room of bare WebSockets: what one says, all hear. Nothing is checked, nothing is stored. */
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import type { AddressInfo } from 'node:net';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
await once(server, 'listening');

// It speaks as much of Socket.IO as the load generator needs: all contenders have one client.
server.on('connection', (socket) => {
  socket.send('0{"sid":"x","upgrades":[],"pingInterval":25000,"pingTimeout":20000}');
  socket.on('message', (data: Buffer) => {
    const packet = data.toString('latin1');
    if (packet.startsWith('40')) socket.send('40{"sid":"x"}');
    if (!packet.startsWith('42')) return;
    const start = packet.indexOf('[');
    const [, payload] = JSON.parse(packet.slice(start)) as [string, unknown];
    const frame = `42${JSON.stringify(['new_message', payload])}`;
    for (const member of server.clients) member.send(frame);
    socket.send(`43${packet.slice(2, start)}[{"ok":true}]`);
  });
});
process.send?.({ port: (server.address() as AddressInfo).port });
