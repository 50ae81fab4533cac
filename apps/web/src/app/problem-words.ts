import { ConnectionLost, RequestProblem } from '@app/web-session';
import { problemTexts } from './problem-texts';

const codes: Readonly<Record<string, string | undefined>> = problemTexts.codes;
const parts: Readonly<Record<string, string | undefined>> = problemTexts.parts;

/**
 * The sentence for what a store or a session rejects with. Anything else is a mistake of the client
 * itself: whoever has caught it could not know it, so the console has it as if nobody had.
 */
export function problemWords(error: unknown): string {
  if (error instanceof ConnectionLost) return problemTexts.offline;
  if (isLostCode(error)) return problemTexts.notLoaded;
  if (!(error instanceof RequestProblem)) {
    console.error(error);
    return codeWords('internal');
  }
  if (error.code === 'rate_limited' || error.code === 'slow_mode')
    return problemTexts.wait(secondsToWait(error));
  if (error.code === 'service_unavailable') return awayWords(error);
  return codeWords(error.code);
}

/** An import that failed is a TypeError, as many mistakes are: only its words tell them apart. */
export function isLostCode(error: unknown): boolean {
  return error instanceof TypeError && /import(ed|ing)\b.*\bmodule\b/i.test(error.message);
}

/** The sentence for a problem's code alone, as an outbox entry keeps it. */
export function codeWords(code: string): string {
  return codes[code] ?? problemTexts.other;
}

function awayWords({ params }: RequestProblem): string {
  const part = parts[String(params['service'])];
  return part ? problemTexts.away(part) : codeWords('service_unavailable');
}

/** `rate_limited`, `slow_mode`: whole seconds, one at least. */
function secondsToWait(problem: RequestProblem): number {
  return Math.max(1, Math.ceil(problem.retryAfterMs / 1000));
}
