import type { FileId, FileInfo } from '@app/contracts';
import { askedWith, ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import type { FileUploads, UploadWish } from './outbox-files';

/** An upload of which nothing was heard for so long is given up. */
const PATIENCE_MS = 60_000;

/** What is used of a request; tests answer in its place. */
export type UploadRequest = Pick<
  XMLHttpRequest,
  'open' | 'setRequestHeader' | 'send' | 'abort' | 'status' | 'responseText'
> &
  Pick<EventTarget, 'addEventListener'> & {
    readonly upload: Pick<EventTarget, 'addEventListener'>;
  };

/**
 * A file as one form. Not by `fetch`, which says nothing of what is on its way.
 */
export class XhrUploads implements FileUploads {
  constructor(
    private readonly tokens: TokenSource,
    private readonly open: () => UploadRequest = () => new XMLHttpRequest(),
  ) {}

  async upload(wish: UploadWish): Promise<FileId> {
    return read(await askedWith(this.tokens, (token) => this.send(wish, token)));
  }

  /** What was broken off has left nothing there. */
  giveUp(): Promise<void> {
    return Promise.resolve();
  }

  private send(wish: UploadWish, token: string): Promise<UploadRequest> {
    const { chatId, content, name, signal, note } = wish;
    signal.throwIfAborted();
    const request = this.open();
    request.open('POST', '/api/files/upload');
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.setRequestHeader('X-Parley-Client', 'web');
    const form = new FormData();
    // The chat first: a refusal then comes before the bytes are read.
    form.append('chatId', chatId);
    form.append('file', content, name);
    return new Promise((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout>;
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => request.abort(), PATIENCE_MS);
      };
      const end = (settle: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        settle();
      };
      const stop = (): void => request.abort();
      const lost = end(() => reject(signal.aborted ? ended(signal) : new ConnectionLost()));
      signal.addEventListener('abort', stop);
      request.upload.addEventListener('progress', (event) => {
        wait();
        // The form around it is counted as well.
        note(Math.min(content.size, (event as ProgressEvent).loaded));
      });
      request.addEventListener(
        'load',
        end(() => resolve(request)),
      );
      for (const name of ['error', 'abort', 'timeout']) request.addEventListener(name, lost);
      wait();
      request.send(form);
    });
  }
}

function ended(signal: AbortSignal): Error {
  return signal.reason as Error;
}

function read({ status, responseText }: UploadRequest): FileId {
  const body = parsed(responseText);
  if (status < 200 || status > 299) throw RequestProblem.fromBody(body, status);
  if (body === undefined) throw new ConnectionLost();
  return (body as FileInfo).id;
}

/** Undefined: something on the way has answered that is not our server. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // SyntaxError: the page of a proxy.
    return undefined;
  }
}
