import { soughtWords, wordsOf } from './words.js';

const terms = (text: string) => wordsOf(text).map((word) => word.terms.join('|'));
const pieces = (text: string) => wordsOf(text).map(({ from, to }) => text.slice(from, to));
const sought = (text: string) => soughtWords(text).map((word) => word.terms[0]);

describe('wordsOf', () => {
  it.each([
    ['', []],
    ['?! ... --', []],
    ['Hello, World', ['hello', 'world']],
    ['file_name.ts v2.1', ['file', 'name', 'ts', 'v2', '1']],
    ["don't 'quote'", ['dont', 'quote']],
    ["l'homme", ['lhomme|homme']],
    ['n’importe où', ['nimporte|importe', 'ou']],
    ['Ｗｉｄｅ Ｚoë Łukasz STRASSE straße', ['wide', 'zoe', 'lukasz', 'strasse', 'strasse']],
    ['Привет, мир! Ёлка п’ять', ['привет', 'мир', 'елка', 'пять|ять']],
    ['مرحبا بالعالم', ['مرحبا', 'بالعالم']],
    ['الكِتَابُ كتـاب', ['الكتاب|كتاب', 'كتاب']],
    ['שלום עולם', ['שלום', 'עולם']],
    ['你好吗', ['你好', '好吗', '吗']],
    ['我用Node写', ['我用', '用', 'node', '写']],
    ['日本語のテスト', ['日本', '本語', '語の', 'のテ', 'テス', 'スト', 'ト']],
    ['ﾃｽﾄ', ['テス', 'スト', 'ト']],
    ['안녕 세계', ['안녕', '세계'].map((word) => word.normalize('NFKD'))],
    ['ภาษาไทย', ['ภาษา', 'ไทย']],
    ['ok 👍🏽 done', ['ok', '👍', 'done']],
    ['नमस्ते दुनिया', ['नमस्ते', 'दुनिया'].map((word) => word.replace(/\p{M}/gu, ''))],
  ])('of %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each([
    ['A “Quoted” naïve café.', ['A', 'Quoted', 'naïve', 'café']],
    ['x ภาษาไทย y', ['x', 'ภาษา', 'ไทย', 'y']],
    ['a 你好吗', ['a', '你好', '好吗', '吗']],
  ])('stand where they were found in %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('are those that Unicode says where words stand apart', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
    const text = 'Der Fluß läßt 3 Ärzte gehen; Це просто речення. هذه جملة قصيرة, and more';
    const known = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
    expect(pieces(text)).toEqual(known.map(({ segment }) => segment));
  });

  it('are found as fast ways and slow ones find them', () => {
    const text = "It's a test of 42 words, isn't it? snake_case a.b";
    expect(terms(`${text} é`)).toEqual([...terms(text), 'e']);
  });

  it('are bounded, and so is each', () => {
    expect(wordsOf('a '.repeat(10_000))).toHaveLength(3000);
    expect(wordsOf('x'.repeat(1000))[0]!.terms[0]).toHaveLength(40);
  });
});

describe('soughtWords', () => {
  it('are pairs alone', () => {
    expect(sought('你好吗')).toEqual(['你好', '好吗']);
    expect(sought('你')).toEqual(['你']);
    expect(sought('你好 world 吗')).toEqual(['你好', 'world', '吗']);
  });

  it('tell a single character from a pair', () => {
    const whole = (query: string) => soughtWords(query).map(({ isWhole }) => isWhole);
    expect(whole('你 你好 a')).toEqual([false, true, true]);
  });
});
