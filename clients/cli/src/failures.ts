import { ConnectionError, isProblem, type ProblemError, UnexpectedAnswer } from '@parley/client';

/** What a shell is told: 0 done, and else why not. */
export const exitCodes = {
  failed: 1,
  usage: 2,
  notSignedIn: 3,
  notReached: 4,
  /** As of a shell: 128 and SIGINT. */
  interrupted: 130,
} as const;

/** Something that the person can do something about, in words for them. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    message: string,
    readonly exitCode: number = exitCodes.failed,
  ) {
    super(message);
  }
}

/** What a failure is to a shell and to a program. */
export interface Told {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly params?: unknown;
  readonly requestId?: string | undefined;
}

/** Undefined for what is a bug of ours. */
export function toldOf(error: unknown): Told | undefined {
  if (error instanceof Failure) {
    return { exitCode: error.exitCode, code: 'failed', message: error.message };
  }
  if (error instanceof ConnectionError) {
    const { message } = error;
    return { exitCode: exitCodes.notReached, code: 'not_reached', message };
  }
  if (error instanceof UnexpectedAnswer) {
    return { exitCode: exitCodes.notReached, code: 'unexpected_answer', message: error.message };
  }
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { exitCode: exitCodes.interrupted, code: 'interrupted', message: 'Interrupted' };
  }
  if (isOfMachine(error)) {
    return { exitCode: exitCodes.failed, code: 'failed', message: error.message };
  }
  return isProblem(error) ? ofProblem(error) : undefined;
}

function ofProblem(error: ProblemError): Told {
  const { code, title, params, requestId } = error;
  const isSignedOut = isProblem(error, 'unauthenticated', 'token_expired');
  const exitCode = isSignedOut ? exitCodes.notSignedIn : exitCodes.failed;
  return { exitCode, code, message: `${title}${particulars(error)}`, params, requestId };
}

function particulars(error: ProblemError): string {
  if (!isProblem(error, 'validation_failed')) return '';
  return error.params.issues.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
}

/** A file that is there already, a disk that is full. */
function isOfMachine(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error && 'message' in error;
}
