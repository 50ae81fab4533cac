import type { ProblemBody, ProblemCode } from '@app/contracts';

/** The server has said no: what a `Problem` is over there. `code` chooses the words. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';

  constructor(
    readonly code: ProblemCode,
    readonly status: number,
    readonly params: Readonly<Record<string, unknown>>,
  ) {
    super(code);
  }

  /** An answer that is no problem document, from a proxy say, becomes `internal`. */
  static fromBody(body: unknown, status: number): RequestProblem {
    const { code, params } = (body ?? {}) as Partial<ProblemBody>;
    if (typeof code !== 'string') return new RequestProblem('internal', status, {});
    return new RequestProblem(code, status, params ?? {});
  }

  /** Time heals it: the same request may be answered a little later. */
  get isPassing(): boolean {
    return this.status === 429 || this.status >= 500;
  }

  /** `rate_limited`, `slow_mode`: how long to wait, in ms; 0 where nothing was said. */
  get retryAfterMs(): number {
    const { retryAfterMs } = this.params;
    return typeof retryAfterMs === 'number' ? retryAfterMs : 0;
  }

  /** `validation_failed`: `Map<field path, message>`; empty for other codes. */
  get issues(): ReadonlyMap<string, string> {
    const { issues } = this.params as { issues?: { path: string; message: string }[] };
    return new Map((issues ?? []).map((issue) => [issue.path, issue.message]));
  }
}

/** No answer came: there may be no network, or no server. Repeating may help. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** An answer did not come, or was a refusal: of nothing else can who asks know before. */
export const isLineProblem = (error: unknown): error is ConnectionLost | RequestProblem =>
  error instanceof ConnectionLost || error instanceof RequestProblem;
