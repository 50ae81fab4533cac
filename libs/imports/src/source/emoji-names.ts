import { createRequire } from 'node:module';
import { Emoji } from '@app/contracts';

/** By hexcode: a name, or several. Slack's set, which Mattermost has, too. */
type Shortcodes = Readonly<Record<string, string | readonly string[]>>;

const tone =
  /^(.+?)(?:::skin-tone-([2-6])|_(light|medium_light|medium|medium_dark|dark)_skin_tone)$/;
const tones = ['light', 'medium_light', 'medium', 'medium_dark', 'dark'];
const firstTone = 0x1f3fb;

let known: ReadonlyMap<string, string> | undefined;

/** The emoji of a name such as `+1` or `wave::skin-tone-3`; undefined for one that is nobody's. */
export function emojiOf(name: string): string | undefined {
  known ??= namesIn(shortcodes());
  const [, bare = name, slackTone, mattermostTone] = tone.exec(name) ?? [];
  const sign = known.get(bare.toLowerCase());
  if (sign === undefined) return undefined;
  const index = slackTone ? Number(slackTone) - 2 : tones.indexOf(mattermostTone ?? '');
  const toned = index < 0 ? sign : sign + String.fromCodePoint(firstTone + index);
  return Emoji.safeParse(toned).data ?? Emoji.safeParse(sign).data;
}

/** Names in words, `:tada:`, become signs; what is none stays as it is. */
export const withEmoji = (words: string): string =>
  words.replaceAll(
    /:([a-z0-9_+'-]{1,64}(?:::skin-tone-[2-6])?):/g,
    (whole, name: string) => emojiOf(name) ?? whole,
  );

/** 80 kB, for who imports something only. */
const shortcodes = () =>
  createRequire(import.meta.url)('emojibase-data/en/shortcodes/iamcal.json') as Shortcodes;

function namesIn(codes: Shortcodes): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [hexcode, labels] of Object.entries(codes)) {
    const points = hexcode.split('-').map((point) => Number.parseInt(point, 16));
    const sign = String.fromCodePoint(...points);
    for (const label of typeof labels === 'string' ? [labels] : labels)
      if (!names.has(label)) names.set(label, sign);
  }
  return names;
}
