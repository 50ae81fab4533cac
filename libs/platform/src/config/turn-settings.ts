import * as z from 'zod/mini';
import { commaList } from './comma-list.js';
import type { Settings } from './settings.js';

/** Where clients find a way to each other, and by what they may use it. */
export interface TurnConfig {
  /** `stun:` and `stuns:`, which ask for nothing. */
  readonly stunUrls: readonly string[];
  /** `turn:` and `turns:`, which ask for a name and a password. */
  readonly turnUrls: readonly string[];
  /** Shared with the TURN server; there whenever there are `turnUrls`. */
  readonly secret?: string | undefined;
  /** Seconds that a name and its password are good. */
  readonly ttl: number;
}

/** More than a browser asks at once; it warns from the fifth on. */
const maxUrls = 8;

/** RFC 7064 and 7065: no slashes, and a transport only where it is relayed. */
const host = String.raw`(?:\[[\da-f:.]+\]|[a-z\d.-]+)(?::(?<port>\d{1,5}))?`;
const transport = String.raw`(?<transport>\?transport=(?:udp|tcp))?`;
const iceUrl = new RegExp(`^(?:stuns?|turns?):${host}${transport}$`, 'iu');

function isIceUrl(url: string): boolean {
  const { groups } = iceUrl.exec(url) ?? {};
  if (!groups || (groups['transport'] && !isTurn(url))) return false;
  const port = Number(groups['port'] ?? 3478);
  return port > 0 && port <= 65_535;
}

const isTurn = (url: string): boolean => /^turns?:/iu.test(url);

/** The variables that say it. */
export const turnSettings = {
  PARLEY_TURN_URLS: {
    schema: z._default(
      z.string().check((said) => {
        const urls = commaList(said.value);
        const bad = urls.filter((url) => !isIceUrl(url));
        const message =
          bad.length > 0
            ? `Not addresses of STUN or TURN servers: ${bad.join(', ')}`
            : `More than ${maxUrls} addresses`;
        if (bad.length > 0 || urls.length > maxUrls)
          said.issues.push({ code: 'custom', message, input: said.value });
      }),
      '',
    ),
    about:
      'STUN and TURN servers by which people in a call find a way to each other, separated by commas: `stun:turn.example.com,turn:turn.example.com?transport=udp`. Absent: only direct ways.',
  },
  PARLEY_TURN_SECRET: {
    schema: z.optional(z.string().check(z.minLength(32, 'At least 32 characters'))),
    about: 'What coturn has as `static-auth-secret`: names and passwords for it are made by it.',
  },
  PARLEY_TURN_TTL_SECONDS: {
    schema: z._default(z.coerce.number().check(z.int(), z.minimum(60), z.maximum(86_400)), 3600),
    about: 'Seconds that such a name and password are good for a new way.',
  },
} as const;

export function turnConfigFrom(values: Settings): TurnConfig {
  const urls = commaList(values.PARLEY_TURN_URLS);
  return {
    stunUrls: urls.filter((url) => !isTurn(url)),
    turnUrls: urls.filter(isTurn),
    secret: values.PARLEY_TURN_SECRET,
    ttl: values.PARLEY_TURN_TTL_SECONDS,
  };
}

/** What makes no sense without another variable: a line each. */
export function turnProblems(environment: NodeJS.ProcessEnv): string[] {
  const urls = commaList(environment['PARLEY_TURN_URLS'] ?? '');
  if (!urls.some(isTurn) || environment['PARLEY_TURN_SECRET']) return [];
  return ['PARLEY_TURN_SECRET: missing, and a turn: address of PARLEY_TURN_URLS asks for it'];
}
