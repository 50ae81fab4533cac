import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { postOutside } from './post-outside.js';

describe('postOutside', () => {
  let server: Server;
  let url: string;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (part: string) => asked.push(part));
      request.on('end', () => response.writeHead(503, { 'retry-after': '7' }).end('Later'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
  });

  afterEach(async () => {
    server.close();
    await once(server, 'close');
  });

  const post = (mayBeInside: boolean) =>
    postOutside({ url, headers: {}, body: Buffer.from('Hello'), mayBeInside });

  it('brings what it is given, and the head of the answer', async () => {
    expect(await post(true)).toEqual({ status: 503, retryAfter: '7' });
    expect(asked).toEqual(['Hello']);
  });

  it('takes no more of a long answer than a little', async () => {
    const body = Readable.from(Array.from({ length: 1024 }, () => Buffer.alloc(64 * 1024)));
    server.removeAllListeners('request').on('request', (_, response: ServerResponse) => {
      response.writeHead(200);
      body.pipe(response);
    });
    const left = once(server, 'request').then(async ([, response]: ServerResponse[]) => {
      await once(response!, 'close');
      return response!.writableFinished;
    });
    expect(await post(true)).toMatchObject({ status: 200 });
    expect(await left).toBe(false);
  });

  it('is over with who wants to speak otherwise', async () => {
    server.removeAllListeners('request').on('request', ({ socket }) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    });
    await expect(post(true)).rejects.toThrow('Hung up');
  });

  it('asks nobody inside by number, unless it may', async () => {
    await expect(post(false)).rejects.toThrow('Not to be called');
    url = url.replace('http:', 'https:');
    await expect(post(false)).rejects.toThrow('Not to be called');
    expect(asked).toEqual([]);
  });
});
