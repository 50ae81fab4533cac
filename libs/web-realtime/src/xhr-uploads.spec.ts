import type { ChatId } from '@app/contracts';
import { ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import { XhrUploads, type UploadRequest } from './xhr-uploads';

/** One request, which a test answers. */
class FakeRequest extends EventTarget implements UploadRequest {
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  asked = '';
  form: FormData | null = null;
  whenSent = (): void => undefined;
  status = 0;
  responseText = '';

  open(method: string, url: string | URL): void {
    this.asked = `${method} ${String(url)}`;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(form?: unknown): void {
    this.form = form as FormData;
    this.whenSent();
  }

  abort(): void {
    this.dispatchEvent(new Event('abort'));
  }

  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = typeof body === 'string' ? body : JSON.stringify(body);
    this.dispatchEvent(new Event('load'));
  }
}

async function begun() {
  const requests: FakeRequest[] = [];
  let sentAgain = (): void => undefined;
  const again = new Promise<void>((resolve) => (sentAgain = resolve));
  const tokens: TokenSource = {
    fresh: () => Promise.resolve('old'),
    renew: () => Promise.resolve('new'),
  };
  const uploads = new XhrUploads(tokens, () => {
    const request = new FakeRequest();
    requests.push(request);
    if (requests.length === 2) request.whenSent = sentAgain;
    return request;
  });
  const [running, notes] = [new AbortController(), [] as number[]];
  const result = uploads.upload({
    ...{ chatId: 'c1' as ChatId, key: 'k1/0', name: 'a.txt', content: new Blob(['words']) },
    signal: running.signal,
    note: (bytes) => notes.push(bytes),
    began: () => Promise.resolve(),
  });
  result.catch(() => undefined);
  await Promise.resolve();
  return { requests, request: requests[0]!, result, running, notes, again };
}

describe('XhrUploads', () => {
  afterEach(() => jest.useRealTimers());

  it('sends the chat, then the file under its name, on behalf of the person', async () => {
    const { request, result } = await begun();
    expect(request.asked).toBe('POST /api/files/upload');
    expect(request.headers.get('Authorization')).toBe('Bearer old');
    const said = [...request.form!.entries()];
    expect(said.map(([name]) => name)).toEqual(['chatId', 'file']);
    expect((said[1]![1] as File).name).toBe('a.txt');
    request.answer(201, { id: 'f1' });
    expect(await result).toBe('f1');
  });

  it('tells how much is there, and never more than there is', async () => {
    const { request, notes } = await begun();
    for (const loaded of [3, 180])
      request.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded }));
    expect(notes).toEqual([3, 5]);
  });

  it('tries once more with a new token', async () => {
    const { requests, request, result, again } = await begun();
    request.answer(401, { code: 'token_expired' });
    await again;
    expect(requests[1]!.headers.get('Authorization')).toBe('Bearer new');
    requests[1]!.answer(201, { id: 'f1' });
    expect(await result).toBe('f1');
  });

  it('rejects with the problem of a refusal', async () => {
    const { request, result } = await begun();
    request.answer(415, { code: 'unsupported_media_type', params: {} });
    await expect(result).rejects.toEqual(new RequestProblem('unsupported_media_type', 415, {}));
  });

  it.each([
    ['the connection breaks', (request: FakeRequest) => request.dispatchEvent(new Event('error'))],
    ['a proxy answers', (request: FakeRequest) => request.answer(200, '<html>')],
  ])('is without an answer when %s', async (_, happen) => {
    const { request, result } = await begun();
    happen(request);
    await expect(result).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('ends with the signal', async () => {
    const { result, running } = await begun();
    running.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives up what nothing is heard of for a minute', async () => {
    jest.useFakeTimers();
    const { request, result } = await begun();
    await jest.advanceTimersByTimeAsync(59_000);
    request.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 1 }));
    await jest.advanceTimersByTimeAsync(59_999);
    const settled = jest.fn();
    result.then(settled, settled);
    await jest.advanceTimersByTimeAsync(0);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    await expect(result).rejects.toBeInstanceOf(ConnectionLost);
  });
});
