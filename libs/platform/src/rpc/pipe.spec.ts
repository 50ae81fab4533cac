import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { freePort } from '../process/free-port.js';
import { eventually } from '../testing/eventually.js';
import { isNoAnswer } from './no-answer.js';
import { passedHeaders } from './passed-headers.js';
import { Pipe, type Patience } from './pipe.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

const patience = { answerMs: 20_000, silenceMs: 20_000, leavingMs: 3_600_000 };
const mebibyte = Buffer.alloc(1024 * 1024, 1);

describe('Pipe', () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach((close) => close()));

  async function serve(handle: Handle): Promise<string> {
    const server: Server = createServer((request, response) => void handle(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    closing.push(() => server.close().closeAllConnections());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  function pipeTo(...addresses: readonly string[]): Pipe {
    return patientPipeTo(patience, ...addresses);
  }

  function patientPipeTo(how: Patience, ...addresses: readonly string[]): Pipe {
    const pipe = new Pipe('files', addresses, how);
    closing.push(() => pipe.close());
    return pipe;
  }

  const nobody = new AbortController().signal;
  const get = (pipe: Pipe, left = nobody) =>
    pipe.send(
      { method: 'GET', url: '/a?b=c', headers: {}, body: Readable.from([]), hasBody: false },
      left,
    );
  const post = (pipe: Pipe, body: Readable, left = nobody) =>
    pipe.send({ method: 'POST', url: '/a', headers: {}, body, hasBody: true }, left);
  const nowhere = async () => `http://127.0.0.1:${await freePort()}`;

  it('passes a request on, and gives the answer as it comes', async () => {
    const pipe = pipeTo(
      await serve(async (request, response) => {
        response.writeHead(201, { 'x-said': `${request.method} ${request.url}` });
        response.end(await buffer(request));
      }),
    );
    const answer = await post(pipe, Readable.from([mebibyte, mebibyte], { objectMode: false }));
    expect([answer.statusCode, answer.headers['x-said']]).toEqual([201, 'POST /a']);
    expect((await buffer(answer)).length).toBe(2 * mebibyte.length);
  });

  it('takes no more of a body than the service does', async () => {
    let taken = 0;
    const endless = async function* () {
      for (; taken < 100; taken++) yield Promise.resolve(mebibyte);
    };
    // It answers, and reads nothing.
    const pipe = pipeTo(await serve((_, response) => response.end('enough')));
    const answer = await post(pipe, Readable.from(endless(), { objectMode: false }));
    expect(await text(answer)).toBe('enough');
    expect(taken).toBeLessThan(30);
  });

  it('leaves out a replica that drains, unless there is nobody else', async () => {
    const drained = await serve((_, response) =>
      response.setHeader('Connection', 'close').end('drained'),
    );
    const other = createServer((_, response) => response.end('other'));
    await once(other.listen(0, '127.0.0.1'), 'listening');
    closing.push(() => other.close().closeAllConnections());
    const { port } = other.address() as AddressInfo;
    const pipe = pipeTo(drained, `http://127.0.0.1:${port}`);
    const said = async () => text(await get(pipe));
    expect(await said()).toBe('drained');
    for (let n = 0; n < 5; n++) expect(await said()).toBe('other');
    other.close().closeAllConnections();
    // A connection that was kept may be seen to be closed only when it is used.
    await eventually(async () => expect(await said()).toBe('drained'));
  });

  it('asks one that drained again, after a while', async () => {
    let isDraining = true;
    const answer = (name: string) => (_: IncomingMessage, response: ServerResponse) => {
      if (isDraining && name === 'one') response.setHeader('Connection', 'close');
      response.end(name);
    };
    const addresses = [await serve(answer('one')), await serve(answer('other'))];
    const pipe = patientPipeTo({ ...patience, leavingMs: 1 }, ...addresses);
    expect(await text(await get(pipe))).toBe('one');
    isDraining = false;
    await eventually(async () => expect(await text(await get(pipe))).toBe('one'));
    const both = [await text(await get(pipe)), await text(await get(pipe))];
    expect(both.toSorted()).toEqual(['one', 'other']);
  });

  it('asks the replicas by turns, and the next one where nobody takes the connection', async () => {
    const [one, other] = [
      await serve((_, response) => response.end('one')),
      await serve((_, response) => response.end('other')),
    ];
    const turns = pipeTo(one, other);
    const answers = [await text(await get(turns)), await text(await get(turns))];
    expect(answers.toSorted()).toEqual(['one', 'other']);

    const half = pipeTo(await nowhere(), one);
    for (let n = 0; n < 3; n++) expect(await text(await get(half))).toBe('one');
    expect(await text(await post(half, Readable.from([mebibyte], { objectMode: false })))).toBe(
      'one',
    );
  });

  it.each([
    ['takes no connection', nowhere],
    ['says nothing', () => serve(() => undefined)],
    ['breaks off', () => serve((request) => request.destroy())],
  ])('tells a service that %s from one that answers', async (_, address) => {
    const pipe = patientPipeTo({ ...patience, answerMs: 200 }, await address());
    const outcome: unknown = await get(pipe).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'service_unavailable', params: { service: 'files' } });
    expect(isNoAnswer(outcome)).toBe(true);
  });

  it('leaves when the caller does, which is no fault of the service', async () => {
    let arrived: IncomingMessage | undefined;
    const pipe = pipeTo(await serve((request) => (arrived = request.resume())));
    const left = new AbortController();
    const outcome = post(pipe, new Readable({ read: () => undefined }), left.signal);
    const settled = outcome.catch((error: unknown) => error);
    await eventually(() => expect(arrived).toBeDefined());
    left.abort();
    expect(isNoAnswer(await settled)).toBe(false);
    await eventually(() => expect(arrived?.destroyed).toBe(true));
  });
});

describe('passedHeaders', () => {
  it('leaves out what is between the ends of a connection, and what proxies have said', () => {
    expect(
      passedHeaders({
        connection: 'keep-alive, x-mine',
        'keep-alive': 'timeout=5',
        'transfer-encoding': 'chunked',
        'x-mine': 'for this connection',
        'x-forwarded-for': '1.2.3.4',
        authorization: 'Bearer token',
        range: 'bytes=0-1',
        'set-cookie': ['a=1', 'b=2'],
      }),
    ).toEqual({ authorization: 'Bearer token', range: 'bytes=0-1', 'set-cookie': ['a=1', 'b=2'] });
  });
});
