import * as z from 'zod/mini';

/**
 * Text as a person means it: trimmed, NFC, `min` to `max` UTF-16 units; lone surrogates and NUL are
 * refused, since no store and no other client reads them alike.
 */
export const text = (min: number, max: number) =>
  z.string().check(
    z.refine((value) => value.isWellFormed(), 'Contains half a character'),
    z.refine((value) => !value.includes('\0'), 'Contains a null character'),
    z.normalize('NFC'),
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
  );

/** What overrides the direction of all that follows, in whichever line the name is shown. */
const directionOverride = /[\u202A-\u202E\u2066-\u2069]/u;

/** A letter, digit or sign that can be seen: not what fills (U+3164), nor Braille without dots. */
const visible = /(?![\p{DI}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text that a person or a chat is called by: one line, seen, and not to be shown backwards. */
export const name = (max: number) =>
  text(1, max).check(
    z.refine((value) => visible.test(value), 'Nothing to be seen'),
    z.refine((value) => !/\p{Cc}/u.test(value), 'Contains a control character'),
    z.refine((value) => !directionOverride.test(value), 'Overrides the direction of text'),
  );

/** No blank, no empty pattern of Braille, and nothing that only steers what stands beside it. */
const shown = /[^\s\p{Cc}\p{DI}\u2800]/u;

/** Whether anything of it can be seen; all that any script writes can. */
export const saysSomething = (value: string): boolean => shown.test(value);

/** A whole number in a query string or a body. */
export const count = (min: number, max: number) =>
  z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max));

/** `seq` and `rev`: 1, 2, 3 … within a chat, without holes. */
export const Seq = z.int().check(z.positive());

/** A head or a mark: 0 before the first message. */
export const Mark = z.int().check(z.nonnegative());

/**
 * Ids of a query string with commas between them: `string[]`. Only of signs that ids have, as any
 * other is three times as long there, and a server takes no head above 16 KiB.
 */
export const Listed = z.pipe(
  z.string().check(z.maxLength(7000), z.regex(/^[0-9A-Za-z_,-]*$/)),
  z.transform((ids) => ids.split(',').filter((id) => id !== '')),
);

export const IsoTime = z.iso.datetime();
