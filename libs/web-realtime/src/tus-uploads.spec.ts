import type { ChatId } from '@app/contracts';
import { ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';
import type { UploadWish } from './outbox-files';
import { TusUploads } from './tus-uploads';

const AT = '/api/files/resumable/f1';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const whole: Answer = { status: 204, headers: { 'Upload-Offset': '5', 'Upload-File-Id': 'f1' } };
const from = (offset: number): Answer => ({
  status: 200,
  headers: { 'Upload-Offset': String(offset), 'Upload-Length': '5' },
});

/** A server that gives these answers, in order; null: the line breaks. */
class Answers implements HttpStack {
  /** As `'PATCH /api/files/resumable/f1 2'`, with the offset that was said. */
  readonly asked: string[] = [];
  readonly headers: Record<string, string>[] = [];

  constructor(private readonly answers: (Answer | null)[]) {}

  readonly fetch = (url: string, init: RequestInit): Promise<Response> => {
    const answer = this.answerTo(init.method!, url, init.headers as Record<string, string>);
    if (!answer) return Promise.reject(new TypeError('Failed to fetch'));
    const { status, headers = {}, body } = answer;
    return Promise.resolve({
      ...{ ok: status < 400, status, headers: new Map(Object.entries(headers)) },
      text: () => Promise.resolve(JSON.stringify(body ?? {})),
    } as unknown as Response);
  };

  createRequest(method: string, url: string): HttpRequest {
    const headers: Record<string, string> = {};
    return {
      getMethod: () => method,
      getURL: () => url,
      setHeader: (name, value) => void (headers[name] = value),
      getHeader: (name) => headers[name],
      setProgressHandler: () => undefined,
      send: () => {
        const answer = this.answerTo(method, url, headers);
        return answer ? Promise.resolve(responseOf(answer)) : Promise.reject(new Error('broken'));
      },
      abort: () => Promise.resolve(),
      getUnderlyingObject: () => null,
    };
  }

  getName(): string {
    return 'answers';
  }

  private answerTo(method: string, url: string, headers: Record<string, string>): Answer | null {
    this.asked.push([method, url, headers['Upload-Offset']].filter(Boolean).join(' '));
    this.headers.push(headers);
    return this.answers.shift() ?? null;
  }
}

function responseOf({ status, headers = {}, body }: Answer): HttpResponse {
  return {
    getStatus: () => status,
    getHeader: (name) => headers[name],
    getBody: () => (body ? JSON.stringify(body) : ''),
    getUnderlyingObject: () => null,
  };
}

const tokens: TokenSource = {
  fresh: () => Promise.resolve('mine'),
  renew: () => Promise.resolve('new'),
};

function anUpload(answers: (Answer | null)[], about: Partial<UploadWish> = {}) {
  const server = new Answers(answers);
  const uploads = new TusUploads(tokens, server.fetch, { httpStack: server });
  const places: string[] = [];
  const result = uploads.upload({
    ...{ chatId: 'c1' as ChatId, key: 'k1/0', name: 'ä.txt', content: new Blob(['words']) },
    signal: new AbortController().signal,
    note: () => undefined,
    began: (at) => (places.push(at), Promise.resolve()),
    ...about,
  });
  return { server, uploads, places, result };
}

const begun: Answer = { status: 201, headers: { Location: AT } };
const refusal = (status: number, code: string): Answer => ({ status, body: { code, params: {} } });

describe('TusUploads', () => {
  it('begins on behalf of the person, tells where, and sends the bytes there', async () => {
    const { server, places, result } = anUpload([begun, from(0), whole]);
    expect(await result).toBe('f1');
    expect(places).toEqual([AT]);
    expect(server.asked).toEqual(['POST /api/files/resumable', `HEAD ${AT}`, `PATCH ${AT} 0`]);
    expect(server.headers[0]).toMatchObject({
      Authorization: 'Bearer mine',
      'Upload-Length': '5',
      'Upload-Metadata': 'filename w6QudHh0,chatId YzE=',
    });
    expect(server.headers.map((headers) => headers['Authorization'])).toEqual(
      Array(3).fill('Bearer mine'),
    );
  });

  it('goes on where it was broken off', async () => {
    const { server, places, result } = anUpload([from(2), whole], { at: AT });
    expect(await result).toBe('f1');
    expect([server.asked, places]).toEqual([[`HEAD ${AT}`, `PATCH ${AT} 2`], []]);
  });

  it('finds that all was there when the last answer was lost', async () => {
    const { server, result } = anUpload(
      [{ ...from(5), headers: { ...whole.headers, 'Upload-Length': '5' } }],
      { at: AT },
    );
    expect(await result).toBe('f1');
    expect(server.asked).toEqual([`HEAD ${AT}`]);
  });

  it.each([404, 410])('begins anew, once, where it was swept (%d)', async (status) => {
    const { server, places, result } = anUpload([{ status }, begun, from(0), whole], { at: AT });
    expect(await result).toBe('f1');
    expect([server.asked.length, places]).toEqual([4, [AT]]);
  });

  it.each([
    ['to begin', [null]],
    ['to go on', [begun, null]],
    ['when a proxy says that nobody is there', [begun, { status: 502 }]],
    ['when another try of it is not over yet', [begun, from(0), refusal(409, 'conflict')]],
  ])('is without an answer %s', async (_, answers) => {
    await expect(anUpload(answers).result).rejects.toBeInstanceOf(ConnectionLost);
  });

  it.each([
    ['before a byte', [refusal(507, 'quota_exceeded')], 'quota_exceeded'],
    [
      'by its first bytes',
      [begun, from(0), refusal(415, 'unsupported_media_type')],
      'unsupported_media_type',
    ],
    ['by an answer without a body', [begun, { status: 403 }], 'forbidden'],
  ])('rejects with the problem of a refusal %s', async (_, answers, code) => {
    const failure: unknown = await anUpload(answers).result.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RequestProblem);
    expect((failure as RequestProblem).code).toBe(code);
  });

  it('ends with the signal', async () => {
    const running = new AbortController();
    const { result } = anUpload([begun, from(0)], {
      signal: running.signal,
      began: () => (running.abort(), Promise.resolve()),
    });
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives up what nobody wants', async () => {
    const { server, uploads, result } = anUpload([begun, from(0), whole, { status: 204 }]);
    await result;
    await uploads.giveUp(AT);
    expect(server.asked.at(-1)).toBe(`DELETE ${AT}`);
  });
});
