import type { ProblemCode } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';

/** What went wrong, for a person: what happened, and what they can do. */
const words: Partial<Readonly<Record<ProblemCode, string>>> = {
  unauthenticated: 'You are signed out. Sign in again.',
  token_expired: 'You are signed out. Sign in again.',
  forbidden: 'You may not do this here.',
  insecure_transport: 'Signing in works by HTTPS only. Open the address that starts with https://.',
  not_member: 'You are not in this chat.',
  blocked: 'One of you has blocked the other.',
  not_found: 'This does not exist, or not any more.',
  gone: 'This is no longer here.',
  conflict: 'This is taken already.',
  edit_window_closed: 'It is too late to edit this.',
  delete_window_closed: 'It is too late to delete this for everyone.',
  precondition_failed: 'It was changed on another device meanwhile.',
  idempotency_conflict: 'This was sent before with another text.',
  payload_too_large: 'This is too large.',
  validation_failed: 'This is not accepted as it is.',
  service_unavailable: 'A part of the system is away. Try again in a moment.',
  draining: 'The server is restarting. Try again in a moment.',
};

/** What a person misses while a service does not answer. */
const parts: Readonly<Record<string, string>> = {
  auth: 'Signing in and out',
  users: 'Profiles and the search for people',
  access: 'Chats',
  chats: 'The chat list',
  members: 'The list of members',
  invites: 'Invitations',
  reads: 'What is read',
  messages: 'Messages',
};

function awayWords({ params }: RequestProblem): string {
  const part = parts[String(params['service'])];
  if (!part) return codeWords('service_unavailable');
  return `${part}: away for now. The rest works; try again in a moment.`;
}

/** `rate_limited`, `slow_mode`: whole seconds, one at least. */
function secondsToWait(problem: RequestProblem): number {
  return Math.max(1, Math.ceil(problem.retryAfterMs / 1000));
}

function waitWords(seconds: number): string {
  return `Too many tries. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`;
}

/** The sentence for anything that a store or a session rejects with. */
export function problemWords(error: unknown): string {
  if (error instanceof ConnectionLost) return 'No connection to the server. Try again.';
  if (!(error instanceof RequestProblem)) return codeWords('internal');
  if (error.code === 'rate_limited' || error.code === 'slow_mode')
    return waitWords(secondsToWait(error));
  if (error.code === 'service_unavailable') return awayWords(error);
  return codeWords(error.code);
}

/** The sentence for a problem's code alone, as an outbox entry keeps it. */
export function codeWords(code: string): string {
  return words[code as ProblemCode] ?? 'Something went wrong on our side. Try again.';
}
