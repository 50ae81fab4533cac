/** More of them are a text. */
const MAX_EMOJI = 8;

/** An emoji of several persons and their tones has some twenty units. */
const MAX_UNITS = MAX_EMOJI * 24;

/** How an emoji may begin: a keycap, one of the older signs, or beyond the basic plane. */
const EMOJI_START = /^(?:[#*\d]\ufe0f?\u20e3|[©®\u203c-\u303d\u3297\u3299\ud83c-\ud83e])/;

/**
 * Made when it is first asked for: V8 takes some 20 ms to read it and 30 to compile, and few texts
 * get as far. Pickers, ours among them, ask for a picture (U+FE0F) even where nothing else is.
 */
let emojiOnly: RegExp | undefined;

/** Whether a message is a few emoji and nothing else: it is shown large. */
export function isEmojiOnly(text: string): boolean {
  const words = text.trim();
  if (text.length > MAX_UNITS || !EMOJI_START.test(words)) return false;
  emojiOnly ??= new RegExp(`^(?:\\p{RGI_Emoji}\ufe0f?\\s*){1,${MAX_EMOJI}}$`, 'v');
  return emojiOnly.test(words);
}
