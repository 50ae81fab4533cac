import * as z from 'zod/mini';

/** As Unicode recommends them for interchange (UTS #51, ED-27); a sequence is one emoji. */
const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');

const PRESENTED_AS_EMOJI = '\uFE0F';

/**
 * The one form of an emoji: keyboards and tables say that a sign is meant as a picture where that
 * is needless, or leave it out. What is no emoji stays as it is.
 */
export function plainEmoji(sign: string): string {
  const bare = sign.replaceAll(PRESENTED_AS_EMOJI, '');
  const forms = [sign, sign + PRESENTED_AS_EMOJI, bare, bare + PRESENTED_AS_EMOJI];
  return forms.find((form) => oneEmoji.test(form)) ?? sign;
}

/** Exactly one emoji. */
export const Emoji = z.string().check(
  z.maxLength(64),
  z.overwrite(plainEmoji),
  z.refine((sign) => oneEmoji.test(sign), 'Not an emoji'),
);
