import type * as api from './generated/types.gen.js';

/** The stable names of what can be wrong. */
export type ProblemCode = api.Problem['code'];

type Described =
  | api.BlockedProblem
  | api.IdempotencyConflictProblem
  | api.NotFoundProblem
  | api.NotMemberProblem
  | api.PayloadTooLargeProblem
  | api.QuotaExceededProblem
  | api.RateLimitedProblem
  | api.ValidationFailedProblem;

/** What a problem of this code tells besides: `ProblemParams<'rate_limited'>['retryAfterMs']`. */
export type ProblemParams<C extends ProblemCode> = [Extract<Described, { code: C }>] extends [never]
  ? Record<string, unknown>
  : Extract<Described, { code: C }>['params'];

/** The server has understood, and says no: an RFC 9457 problem. */
export class ProblemError<C extends ProblemCode = ProblemCode> extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: C,
    readonly status: number,
    /** For people; may change. `code` does not. */
    readonly title: string,
    readonly params: ProblemParams<C>,
    /** By which the server's log knows the request. */
    readonly requestId?: string,
  ) {
    super(`${title} (${code})`);
  }

  /** Undefined for what is no problem. */
  static of(body: unknown, requestId?: string): ProblemError | undefined {
    if (typeof body !== 'object' || body === null || !('code' in body)) return undefined;
    const { code, status, title, params } = body as api.Problem;
    const told = params as ProblemParams<ProblemCode>;
    return new ProblemError(code, status, title, told, requestId);
  }
}

/**
 * Whether this is a problem of one of these codes, whose `params` are known then; without codes: of
 * any.
 */
export function isProblem<C extends ProblemCode = ProblemCode>(
  error: unknown,
  ...codes: readonly C[]
): error is ProblemError<C> {
  if (!(error instanceof ProblemError)) return false;
  return codes.length === 0 || codes.some((code) => code === error.code);
}

/** Whether it is in vain to ask again: a refusal that neither time nor another token changes. */
export function isForGood(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  return error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);
}

/** No answer came, so nobody knows what became of the request. `cause` says why. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

/** Something else than a Parley server has answered: a proxy, or a wrong address. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(readonly status: number) {
    super(`The answer ${status} is not one of a Parley server`);
  }
}
