import { createHmac, timingSafeEqual } from 'node:crypto';
import { UserId } from '@app/contracts';
import type { Config } from '@app/platform';

type Secrets = Pick<Config, 'jwtSecret' | 'jwtSecretPrevious'>;

/** So that no signature of ours is taken for another kind of them. */
const purpose = 'parley-no-mail-v1';

/**
 * What stands in the links of a mail: `<user id>.<HMAC-SHA256>`. Who has it may do one thing, end
 * the mails of this person; that is why it has no end of its own.
 */
export const unsubscribeToken = (userId: UserId, { jwtSecret }: Secrets): string =>
  `${userId}.${macOf(jwtSecret!, userId).toString('base64url')}`;

/** Whose mails end; undefined where it is none of ours. The former secret is still taken. */
export function unsubscribing(
  token: string,
  { jwtSecret, jwtSecretPrevious }: Secrets,
): UserId | undefined {
  const [id = '', mac = ''] = token.split('.');
  const { data: userId } = UserId.safeParse(id);
  if (userId === undefined) return undefined;
  const offered = Buffer.from(mac, 'base64url');
  const isOurs = [jwtSecret, jwtSecretPrevious].some((secret) => {
    if (secret === undefined) return false;
    const expected = macOf(secret, userId);
    return offered.length === expected.length && timingSafeEqual(offered, expected);
  });
  return isOurs ? userId : undefined;
}

const macOf = (secret: string, userId: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${userId}`).digest();
