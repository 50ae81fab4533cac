import { anonymous, type Parley } from '@parley/client';
import { Live } from '@parley/client/realtime';
import type { Run } from './command-context.js';
import { Failure } from './failures.js';

/** As the doctor of an installation tells it. `skipped`: there is nothing of the kind here. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly says: string;
  readonly cure?: string;
}

/** `cure`: of whatever makes it reject. */
export interface Check {
  readonly check: string;
  readonly cure: string;
  readonly look: (run: Run<object>) => Promise<Omit<Finding, 'check'>>;
}

const maxSkewMs = 5000;
const maxConnectMs = 20_000;

/** What a client can see of a server. */
export const checks: readonly Check[] = [
  {
    check: 'server',
    cure: 'Check --url (PARLEY_URL), whether it runs, and what stands in front of it.',
    look: async ({ url }) => {
      const { version } = await anonymous({ url }).about.version();
      return { state: 'ok', says: `Parley ${version} answers at ${url}.` };
    },
  },
  {
    check: 'transport',
    cure: 'Say where the server is, as https://chat.example.',
    look: ({ url }) => Promise.resolve(transportOf(url)),
  },
  {
    check: 'clock',
    cure: 'Mend what is wrong with the server first.',
    look: async ({ url }) => clockOf(await skewMsOf(url)),
  },
  {
    check: 'account',
    cure: 'Run `parley login`, or set PARLEY_TOKEN to a token that is good.',
    look: async (run) => {
      const parley = signedIn(run);
      if (!parley) return nobody;
      const { username, role } = await parley.api.auth.me();
      return { state: 'ok', says: `${username} is signed in, as ${role}.` };
    },
  },
  {
    check: 'events',
    cure: 'Let WebSockets through what stands in front of it; a token needs `events:read`.',
    look: async (run) => {
      const parley = signedIn(run);
      if (!parley) return nobody;
      await connected(parley, run.terminal.enough);
      return { state: 'ok', says: 'They come by WebSocket.' };
    },
  },
];

const nobody = { state: 'skipped', says: 'Nobody is signed in.' } as const;

function transportOf(url: string): Omit<Finding, 'check'> {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:') return { state: 'ok', says: 'It is by TLS.' };
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
    return { state: 'ok', says: 'It does not leave this machine.' };
  const says = 'Passwords and tokens can be read by anybody on the way.';
  return { state: 'warning', says, cure: 'Put TLS in front of it, and ask for https.' };
}

/** How much the server's clock differs, as far as a date without parts of seconds can tell. */
async function skewMsOf(url: string): Promise<number> {
  const dates: number[] = [];
  const asked = Date.now();
  const fetched = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    dates.push(Date.parse(response.headers.get('date') ?? ''));
    return response;
  };
  await anonymous({ url, fetch: fetched }).about.version();
  const told = dates.at(-1)!;
  // A proxy may leave it out.
  if (Number.isNaN(told)) return 0;
  return Math.max(0, asked - told - 1000, told - Date.now());
}

function clockOf(skewMs: number): Omit<Finding, 'check'> {
  if (skewMs <= maxSkewMs) return { state: 'ok', says: 'The server’s is ours.' };
  const says = `The server’s differs by ${Math.round(skewMs / 1000)} s.`;
  return { state: 'warning', says, cure: 'Let both machines keep their time by NTP.' };
}

/** Throws what the server says, and `Failure` when it says nothing for long. */
async function connected(parley: Parley, enough: AbortSignal): Promise<void> {
  const late = new AbortController();
  const giveUp = () => late.abort(new Failure('No connection came about'));
  const timer = setTimeout(giveUp, maxConnectMs);
  enough.addEventListener('abort', giveUp);
  try {
    (await Live.connect(parley, { chatIds: [], signal: late.signal })).close();
  } finally {
    clearTimeout(timer);
    enough.removeEventListener('abort', giveUp);
  }
}

/** Undefined where nobody is. */
function signedIn(run: Run<object>): Parley | undefined {
  try {
    return run.parley();
  } catch (error) {
    // Nobody is: that is what was asked.
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
