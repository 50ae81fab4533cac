import * as z from 'zod/mini';
import type { Settings } from './settings.js';

/** Where clamd answers, and how long it may take. */
export interface ScanConfig {
  readonly clamd: { readonly path: string } | { readonly host: string; readonly port: number };
  /** Without a word. */
  readonly seconds: number;
  /** Of one content. */
  readonly maxBytes: number;
}

/** A path, or a host (in brackets where it is an address of IPv6) and a port. */
const address = /^(?:\/.+|(?:\[[\da-f:.]+\]|[^\s:/[\]]+):\d{1,5})$/iu;

const whole = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** The variables that say it. */
export const scanSettings = {
  PARLEY_CLAMD: {
    schema: z.optional(
      z.string().check(
        z.regex(address, 'Neither host:port nor the path of a socket'),
        z.refine((said) => !(Number(portOf(said)) > 65_535), 'No such port'),
      ),
    ),
    about:
      'Where clamd of ClamAV answers, as `host:port` or the path of its socket: whatever is uploaded is scanned before anybody sees it.',
  },
  PARLEY_CLAMD_SECONDS: {
    schema: z._default(whole(1, 600), 60),
    about: 'Seconds in which clamd has to answer about a file; then the upload is refused.',
  },
  PARLEY_CLAMD_MAX_BYTES: {
    schema: z._default(whole(1, Number.MAX_SAFE_INTEGER), 25 * 1024 * 1024),
    about:
      'Bytes of one file where files are scanned: at most `StreamMaxLength` of clamd, which Debian sets to this.',
  },
} as const;

/** Absent: nothing is scanned. */
export function scanConfigFrom(values: Settings): ScanConfig | undefined {
  const { PARLEY_CLAMD: said } = values;
  if (said === undefined) return undefined;
  const bounds = { seconds: values.PARLEY_CLAMD_SECONDS, maxBytes: values.PARLEY_CLAMD_MAX_BYTES };
  if (said.startsWith('/')) return { clamd: { path: said }, ...bounds };
  const port = portOf(said);
  const host = said.slice(0, -port.length - 1).replaceAll(/[[\]]/gu, '');
  return { clamd: { host, port: Number(port) }, ...bounds };
}

const portOf = (said: string): string => (said.startsWith('/') ? '' : said.split(':').at(-1)!);
