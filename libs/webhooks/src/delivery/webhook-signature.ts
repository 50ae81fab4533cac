import { createHmac } from 'node:crypto';
import { unguessableKey } from '@app/platform';

/** What signs for a webhook: `whsec_` and an `unguessableKey`. */
export const newSecret = () => `whsec_${unguessableKey()}`;

/**
 * `v1=<hex of HMAC-SHA256(secret, "<timestamp>.<body>")>`. `timestamp`: seconds of the Unix epoch,
 * as in the header beside it, so that what is caught cannot be sent again later.
 */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  const mac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `v1=${mac}`;
}
