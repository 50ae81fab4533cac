/** More of them are a text. */
const MAX_EMOJI = 8;

/** An emoji of several persons and their tones has some twenty units. */
const MAX_UNITS = MAX_EMOJI * 24;

const EMOJI_ONLY = new RegExp(`^(?:\\p{RGI_Emoji}\\s*){1,${MAX_EMOJI}}$`, 'v');

/** Whether a message is a few emoji and nothing else: it is shown large. */
export function isEmojiOnly(text: string): boolean {
  return text.length <= MAX_UNITS && EMOJI_ONLY.test(text.trim());
}
