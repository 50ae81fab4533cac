import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import * as ws from 'ws';
import { eventually } from '../testing/eventually.js';
import { ManualTime } from '../testing/manual-time.js';
import { Pulse, pulseTimes } from './pulse.js';
import type { PingedConnection } from './socket-internals.js';

const { pingInterval, pingTimeout } = pulseTimes;
const beatMs = 500;

/** A real server whose pulse beats when the test says so, and clients that answer or do not. */
class Ward {
  readonly time = new ManualTime();
  readonly pulse = new Pulse(this.time, this.time);
  readonly connections: PingedConnection[] = [];
  readonly #http: HttpServer = createServer();
  readonly #server = new Server(this.#http, { transports: ['websocket'], ...pulseTimes });
  readonly #clients: ws.WebSocket[] = [];

  static async open(): Promise<Ward> {
    const ward = new Ward();
    ward.#http.listen(0, '127.0.0.1');
    await once(ward.#http, 'listening');
    ward.#server.engine.on('connection', (connection: PingedConnection) => {
      ward.pulse.watch(connection);
      ward.connections.push(connection);
    });
    return ward;
  }

  /** A client, and how often it was pinged. */
  async enter(answers: boolean): Promise<{ client: ws.WebSocket; pings: () => number }> {
    const { port } = this.#http.address() as AddressInfo;
    const client = new ws.WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    this.#clients.push(client);
    let pings = 0;
    client.on('message', (data) => {
      if ((data as Buffer).toString() !== '2') return;
      pings++;
      if (answers) client.send('3');
    });
    await once(client, 'open');
    await eventually(() => expect(this.pulse.size).toBe(this.#clients.length));
    return { client, pings: () => pings };
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.terminate();
    this.pulse.stop();
    await this.#server.close();
  }
}

describe('Pulse', () => {
  let ward: Ward;

  beforeEach(async () => {
    ward = await Ward.open();
  });

  afterEach(() => ward.close());

  /** Until all who answer have answered. */
  const answered = (connection: PingedConnection) => once(connection, 'heartbeat');

  it('pings a while after the last answer, once, and goes on so', async () => {
    const { pings } = await ward.enter(true);
    const [connection] = ward.connections as [PingedConnection];
    for (let round = 1; round <= 3; round++) {
      ward.time.advance(pingInterval - beatMs);
      const answer = answered(connection);
      expect(pings()).toBe(round - 1);
      ward.time.advance(beatMs);
      await answer;
      expect(pings()).toBe(round);
    }
  });

  it('leaves nothing to the timers of engine.io', async () => {
    await ward.enter(true);
    const [connection] = ward.connections as [PingedConnection];
    expect('pingIntervalTimer' in connection).toBe(true);
    expect(connection.pingIntervalTimer).toBeNull();
    const sent = jest.spyOn(connection, 'sendPacket');
    const answer = answered(connection);
    ward.time.advance(pingInterval);
    await answer;
    expect(connection.pingIntervalTimer).toBeNull();
    expect(sent).not.toHaveBeenCalled();
  });

  it('cuts off who does not answer, and forgets them', async () => {
    const silent = await ward.enter(false);
    const gone = once(silent.client, 'close');
    ward.time.advance(pingInterval + pingTimeout - beatMs);
    await eventually(() => expect(silent.pings()).toBe(1));
    expect(ward.connections[0]!.readyState).toBe('open');
    ward.time.advance(beatMs);
    await gone;
    await eventually(() => expect(ward.pulse.size).toBe(0));
  });

  it('leaves alone who is busy saying something else', async () => {
    const busy = await ward.enter(false);
    const [connection] = ward.connections as [PingedConnection];
    for (let round = 1; round <= 3; round++) {
      ward.time.advance(round === 1 ? pingInterval : pingTimeout);
      await eventually(() => expect(busy.pings()).toBe(round));
      const heard = once(connection, 'packet');
      busy.client.send(round === 1 ? '40' : '42["hello"]');
      await heard;
    }
    expect(connection.readyState).toBe('open');
  });

  it('forgets who leaves', async () => {
    const { client } = await ward.enter(true);
    client.close();
    await eventually(() => expect(ward.pulse.size).toBe(0));
  });
});
