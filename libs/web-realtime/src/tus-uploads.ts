import type { FileId, ProblemCode } from '@app/contracts';
import { ConnectionLost, RequestProblem, type TokenSource } from '@app/web-session';
import { DetailedError, Upload, type UploadOptions } from 'tus-js-client';
import type { FileUploads, UploadWish } from './outbox-files';

const PATH = '/api/files/resumable';

/**
 * Uploads that go on where they were broken off, by tus 1.0: after a reload, and whatever has
 * happened to the server. Where one is stands in the outbox, by what `began` has told.
 */
export class TusUploads implements FileUploads {
  /** `other`: options of tus; tests answer its requests. */
  constructor(
    private readonly tokens: TokenSource,
    private readonly fetch: (url: string, init: RequestInit) => Promise<Response>,
    private readonly other: Pick<UploadOptions, 'httpStack'> = {},
  ) {}

  async upload(wish: UploadWish): Promise<FileId> {
    const { at } = wish;
    if (at === undefined) return this.sendTo(await this.begin(wish), wish);
    try {
      return await this.sendTo(at, wish);
    } catch (error) {
      // What has waited for too long was swept: from the beginning, once.
      if (!(error instanceof RequestProblem) || !isSwept(error)) throw error;
      return this.sendTo(await this.begin(wish), wish);
    }
  }

  /** It is swept by itself a day later, if this does not get through. */
  async giveUp(at: string): Promise<void> {
    const headers = { ...(await this.headers()), 'Tus-Resumable': '1.0.0' };
    await this.fetch(at, { method: 'DELETE', headers });
  }

  /** Not by tus: it would begin anew whenever a question for what is there meets no answer. */
  private async begin(wish: UploadWish): Promise<string> {
    const { content, name, chatId, signal } = wish;
    const about = { filename: name, chatId };
    const headers = {
      ...(await this.headers()),
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(content.size),
      'Upload-Metadata': Object.entries(about)
        .map(([key, value]) => `${key} ${base64(value)}`)
        .join(),
    };
    const answer = await this.fetch(PATH, { method: 'POST', headers, signal }).catch(
      (error: unknown) => {
        // TypeError without a network: `fetch` rejects for nothing else that is not the signal's.
        throw signal.aborted ? (error as Error) : new ConnectionLost();
      },
    );
    if (!answer.ok) throw problemOf(answer.status, await answer.text());
    const at = answer.headers.get('Location');
    if (at === null) throw new ConnectionLost();
    await wish.began(at);
    return at;
  }

  private sendTo(at: string, { content, signal, note }: UploadWish): Promise<FileId> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        void upload.abort();
        reject(signal.reason as Error);
      };
      const end = (settle: () => void): void => {
        signal.removeEventListener('abort', stop);
        settle();
      };
      const upload = new Upload(content, {
        ...this.other,
        uploadUrl: at,
        retryDelays: null,
        storeFingerprintForResuming: false,
        onBeforeRequest: async (request) => {
          for (const [name, value] of Object.entries(await this.headers()))
            request.setHeader(name, value);
        },
        onProgress: (sent) => note(sent),
        onSuccess: ({ lastResponse }) =>
          end(() => resolve(lastResponse.getHeader('Upload-File-Id') as FileId)),
        onError: (error) => end(() => reject(failureOf(error))),
      });
      signal.addEventListener('abort', stop);
      upload.start();
    });
  }

  private async headers(): Promise<Record<string, string>> {
    return { Authorization: `Bearer ${await this.tokens.fresh()}`, 'X-Parley-Client': 'web' };
  }
}

/** A refusal that says what it is; anything else is a line that was lost. */
function failureOf(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return new ConnectionLost();
  return problemOf(answer.getStatus(), answer.getBody());
}

/** What an answer without a body means, as those to `HEAD` are. */
const codes: Readonly<Record<number, ProblemCode | undefined>> = {
  401: 'token_expired',
  403: 'forbidden',
  404: 'not_found',
  410: 'gone',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'malware_found',
  507: 'quota_exceeded',
};

/**
 * Of a proxy whose server is away, and where two tries of one upload met: as if nothing had been
 * said.
 */
function problemOf(status: number, body: string): Error {
  const problem = RequestProblem.fromBody(parsed(body), status);
  if (problem.code !== 'internal') return status === 409 ? new ConnectionLost() : problem;
  const code = codes[status];
  return code ? new RequestProblem(code, status, {}) : new ConnectionLost();
}

function isSwept({ code }: RequestProblem): boolean {
  return code === 'not_found' || code === 'gone';
}

/** Undefined: no problem of ours, or an answer without a body, as those to `HEAD` are. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // SyntaxError.
    return undefined;
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
