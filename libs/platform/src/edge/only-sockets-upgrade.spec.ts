import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { actorNamed, SocketStage } from './testing/socket-stage.js';

describe('onlySocketsUpgrade', () => {
  let stage: SocketStage;

  beforeAll(async () => (stage = await SocketStage.open()));
  afterAll(() => stage.close());

  /** What the server answers to who wishes for another protocol. Rejects when it hangs up. */
  async function wish(path: string, protocol: string): Promise<IncomingMessage> {
    const headers = { connection: 'Upgrade', upgrade: protocol };
    const asked = request({ port: stage.port, host: '127.0.0.1', path, headers });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    await text(answer);
    return answer;
  }

  it('answers who wishes for another protocol as it would without the wish', async () => {
    for (const protocol of ['h2c', 'foo', 'websocket']) {
      expect((await wish('/nothing', protocol)).statusCode).toBe(404);
    }
  });

  it('refuses in words what is no handshake where sockets are', async () => {
    for (const protocol of ['h2c', 'websocket']) {
      expect((await wish('/socket.io/?EIO=4', protocol)).statusCode).toBe(400);
    }
  });

  it('lets sockets in', async () => {
    const { client } = await stage.enter(actorNamed('ada'));
    expect(client.connected).toBe(true);
  });
});
