import type { TokenSource } from './tokens.js';

/** How often and how long a refused request is tried: never longer than the server asks for. */
export interface RetryBounds {
  /** Tries in all; 1: none again. */
  readonly tries: number;
  /** Ms of one wait. What is to wait longer is answered as it is. */
  readonly longestWaitMs: number;
}

/** `wait`: resolves after so many ms, or rejects when the signal says so. */
export interface CourierDeps {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly bounds: RetryBounds;
  readonly tokens?: TokenSource | undefined;
}

/** Ms before the first repetition where the server names no time; doubled with each. */
const FIRST_WAIT_MS = 500;

/**
 * Brings a request to the server: again with a new token where the old one was refused, and again
 * after a wait where the server is busy (429) or not there (503).
 */
export class Courier {
  constructor(private readonly deps: CourierDeps) {}

  readonly send = async (request: Request): Promise<Response> => {
    let current = request;
    for (let tries = 1; ; tries++) {
      const response = await this.deps.fetch(current.clone());
      if (response.status === 401 && current === request) {
        const renewed = await this.withNewToken(current);
        if (!renewed) return response;
        current = renewed;
      } else {
        const waitMs = this.waitBefore(current, response, tries);
        if (waitMs === undefined) return response;
        await this.deps.wait(waitMs, request.signal);
      }
      await response.body?.cancel();
    }
  };

  private async withNewToken(request: Request): Promise<Request | undefined> {
    const refused = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    const token = refused && (await this.deps.tokens?.renew(refused));
    if (!token) return undefined;
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${token}`);
    return new Request(request.clone(), { headers });
  }

  /** Undefined: it is not tried again. */
  private waitBefore(request: Request, response: Response, tries: number): number | undefined {
    const { bounds } = this.deps;
    if (tries >= bounds.tries || !isRepeatable(request, response)) return undefined;
    const asked = retryAfterMs(response.headers.get('retry-after'));
    const waitMs = asked ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + Math.random() / 2);
    return waitMs <= bounds.longestWaitMs ? waitMs : undefined;
  }
}

/**
 * A request that was one too many has done nothing. One whose service is gone may have done its
 * work: it is repeated only if that changes nothing, or if the server knows it again by its key.
 */
function isRepeatable({ method, headers }: Request, { status }: Response): boolean {
  if (status === 429) return true;
  const isKnownAgain = headers.has('idempotency-key');
  return status === 503 && (isKnownAgain || !['POST', 'PATCH'].includes(method));
}

/** Ms; undefined where the header says nothing that can be read. */
export function retryAfterMs(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
