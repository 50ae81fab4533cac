import type { LanguageCode } from '../../app/language/languages';

/** What is wrong with a text, by a name. */
type Slips = Readonly<Record<string, RegExp>>;

const everywhere: Slips = {
  'straight quotation mark': /["']/,
  'three full stops': /\.\.\./,
  'space at an end': /^\s|\s$/,
};
const noSpaceOfItsOwn = /(?<![\u202f])[?!;»]|«(?!\u202f)|(?<!\u202f):(?!\/\/)/;

const own: Readonly<Record<Exclude<LanguageCode, 'en'>, Slips>> = {
  de: { 'quotation mark of another language': /[”«»‘]|^[^„]*“/ },
  es: {
    'question that is not opened': /^[^¿]*\?/,
    'quotation mark of another language': /[“”„]/,
  },
  fr: {
    'punctuation without a narrow space': noSpaceOfItsOwn,
    'quotation mark of another language': /[“”„]/,
  },
  uk: {
    'quotation mark of another language': /[“”„]/,
    'letter that Ukrainian lacks': /[ыэъё]/i,
  },
  ar: {
    'punctuation of another script': /[,;?](?!\d)/,
    'quotation mark of another language': /[“”„]/,
    'sign that the other direction tears off': /(?<![\u2066-\u2068])@[a-z]|:\/\/(?!\u2069)/i,
  },
  zh: {
    'punctuation of another script': /\p{Script=Han}\s*[,;?!:()]/u,
    'quotation mark of another language': /[„«»]/,
  },
};

const script: Readonly<Partial<Record<LanguageCode, Slips>>> = {
  uk: { 'no word in its own letters': /^\P{Script=Cyrillic}*$/u },
  ar: { 'no word in its own letters': /^\P{Script=Arabic}*$/u },
  zh: { 'no word in its own letters': /^\P{Script=Han}*$/u },
};

/** What is wrong with a text of that language, as it is set. */
export function slips(code: Exclude<LanguageCode, 'en'>, text: string): readonly string[] {
  const hasWords = /\p{L}{2}/u.test(text.replaceAll(/⟦\w⟧|\b(Ctrl|Enter|Shift)\b/g, ''));
  return Object.entries({ ...everywhere, ...own[code], ...(hasWords ? script[code] : {}) })
    .filter(([, slip]) => slip.test(text))
    .map(([name]) => name);
}
