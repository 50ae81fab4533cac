import type { Config } from '../config/config.js';

/**
 * Whether a request may come from a page of this `Origin`: none (no browser), our own address, or a
 * configured client. Browsers send it truthfully; other clients gain nothing by lying.
 */
export function isKnownOrigin(
  origin: string | undefined,
  host: string | undefined,
  { clientOrigins }: Pick<Config, 'clientOrigins'>,
): boolean {
  if (origin === undefined || clientOrigins.includes(origin)) return true;
  return host !== undefined && URL.parse(origin)?.host === host;
}
