import * as z from 'zod/mini';

/** As Unicode recommends them for interchange (UTS #51, ED-27); a sequence is one emoji. */
const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');

const PRESENTED_AS_EMOJI = '\uFE0F';

/** Some keyboards leave out what says that a sign is meant as a picture. */
const qualified = (sign: string): string =>
  !oneEmoji.test(sign) && oneEmoji.test(sign + PRESENTED_AS_EMOJI)
    ? sign + PRESENTED_AS_EMOJI
    : sign;

/** Exactly one emoji. */
export const Emoji = z.string().check(
  z.maxLength(64),
  z.overwrite(qualified),
  z.refine((sign) => oneEmoji.test(sign), 'Not an emoji'),
);
