/** An emoji as it may be chosen. `tones`: the same in five colours of skin, or none. */
export interface Emoji {
  readonly unicode: string;
  /** In the person's language: "party popper". */
  readonly name: string;
  /** English, without colons; the first one is its usual name. */
  readonly shortcodes: readonly string[];
  readonly tones: readonly string[];
}

export interface EmojiGroup {
  readonly key: EmojiGroupKey;
  readonly emoji: readonly Emoji[];
}

/** What `emojibase-data` knows, as far as it is used here. */
export interface EmojiData {
  readonly emoji: readonly EmojiEntry[];
  /** `1F389` → `tada`, or several. */
  readonly shortcodes: Readonly<Record<string, string | string[]>>;
}

export interface EmojiEntry {
  readonly hexcode: string;
  readonly unicode: string;
  readonly label: string;
  readonly tags?: readonly string[] | undefined;
  readonly group?: number | undefined;
  readonly order?: number | undefined;
  readonly skins?: readonly EmojiEntry[] | undefined;
}

/** 0: as it comes; 1 to 5: from light to dark. */
export type SkinTone = 0 | 1 | 2 | 3 | 4 | 5;

export const SKIN_TONES: readonly SkinTone[] = [0, 1, 2, 3, 4, 5];

const TONE_CODES = ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'] as const;

/** The groups by their numbers in the data; 2, colours of skin and hair, is nothing to send. */
const GROUPS = {
  smileys: 0,
  people: 1,
  nature: 3,
  food: 4,
  travel: 5,
  activities: 6,
  objects: 7,
  symbols: 8,
  flags: 9,
} as const;

export type EmojiGroupKey = keyof typeof GROUPS;

interface Known {
  readonly emoji: Emoji;
  /** Lower case, by which it is found. */
  readonly name: string;
  readonly words: readonly string[];
}

/** All emoji in one language: in their groups, and by what people call them. */
export class EmojiBook {
  readonly groups: readonly EmojiGroup[];
  private readonly known: readonly Known[];
  private readonly byCode = new Map<string, Emoji>();
  private readonly byUnicode = new Map<string, Emoji>();

  constructor({ emoji, shortcodes }: EmojiData) {
    const entries = emoji
      .filter(({ group }) => group !== undefined)
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
    const made = entries.map((entry) => ({ entry, emoji: emojiOf(entry, shortcodes) }));
    this.known = made.map(({ entry, emoji }) => knownOf(entry, emoji));
    this.groups = (Object.keys(GROUPS) as EmojiGroupKey[])
      .map((key) => ({
        key,
        emoji: made.filter(({ entry }) => entry.group === GROUPS[key]).map(({ emoji }) => emoji),
      }))
      .filter(({ emoji: some }) => some.length > 0);
    for (const { emoji } of made) this.index(emoji);
  }

  /** The one of this shortcode; null: there is none. */
  named(shortcode: string): Emoji | null {
    return this.byCode.get(shortcode.toLowerCase()) ?? null;
  }

  /** The one that looks like this, in any tone. */
  of(unicode: string): Emoji | null {
    return this.byUnicode.get(unicode) ?? null;
  }

  /** What the words may mean, the likeliest first. */
  find(query: string, limit: number): readonly Emoji[] {
    const wanted = query.trim().toLowerCase();
    if (wanted === '') return [];
    return this.known
      .map(({ emoji, name, words }) => ({ emoji, rank: rankOf(emoji, name, words, wanted) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      .slice(0, limit)
      .map(({ emoji }) => emoji);
  }

  private index(emoji: Emoji): void {
    for (const code of emoji.shortcodes) this.byCode.set(code, emoji);
    for (const unicode of [emoji.unicode, ...emoji.tones]) this.byUnicode.set(unicode, emoji);
  }
}

/** The emoji in a tone, where it has some. */
export function toned({ unicode, tones }: Emoji, tone: SkinTone): string {
  return tone === 0 ? unicode : (tones[tone - 1] ?? unicode);
}

function emojiOf(entry: EmojiEntry, shortcodes: EmojiData['shortcodes']): Emoji {
  const { hexcode, unicode, label, skins = [] } = entry;
  const codes = shortcodes[hexcode] ?? [];
  // Of two people there are 25: here both have the same tone.
  const tones = TONE_CODES.flatMap(
    (code) => skins.find((skin) => tonesIn(skin.hexcode).every((tone) => tone === code)) ?? [],
  );
  return {
    unicode,
    name: label,
    shortcodes: typeof codes === 'string' ? [codes] : codes,
    tones: tones.length === TONE_CODES.length ? tones.map((skin) => skin.unicode) : [],
  };
}

function knownOf({ label, tags = [] }: EmojiEntry, emoji: Emoji): Known {
  const name = label.toLowerCase();
  const words = [...name.split(/\s+/), ...tags.map((tag) => tag.toLowerCase())];
  return { emoji, name, words };
}

function rankOf(
  { shortcodes }: Emoji,
  name: string,
  words: readonly string[],
  wanted: string,
): number {
  if (shortcodes.includes(wanted) || name === wanted) return 5;
  if (shortcodes.some((code) => code.startsWith(wanted))) return 4;
  if (name.startsWith(wanted)) return 3;
  if (words.some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) || shortcodes.some((code) => code.includes(wanted)) ? 1 : 0;
}

function tonesIn(hexcode: string): readonly string[] {
  return hexcode.split('-').filter((part) => /^1F3F[B-F]$/.test(part));
}
