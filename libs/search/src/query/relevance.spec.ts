import { parseSearch, UserId, type ChatId, type Message, type SearchClause } from '@app/contracts';
import { aMessage, aMessageFile } from '@app/contracts/testing';
import { MemorySearchIndex } from '../index-store/memory-search-index.js';
import type { HitOrder } from '../index-store/search-index.js';
import { compile, toIndexQuery } from './compiled-query.js';
import { closestFirst, matchOf } from './match.js';
import { mentioning, sentBy, termsOf, type Facet } from './terms.js';

const chatId = 'corpus' as ChatId;
const ada = UserId.parse('ada');

/** `seq: text`; what else some of them are is in `more`. One message a day from 2026-03-01 on. */
const corpus: readonly string[] = [
  'The quick brown fox jumps over the lazy dog',
  'Quickly now: the foxes are in the garden',
  'Deploying v2.14.0-beta to staging, see https://ci.example.com/build/42',
  "Don't forget the naïve café résumé",
  'Straße und Fluß, Ärzte und Übermut: alles wird größer',
  'Wer weiß, ob die Straßenbahn heute fährt?',
  "L'homme qui n'aimait pas l'été a dit où aller",
  'El niño mañana comerá jalapeños',
  'Привет, мир! Как дела у ёлки?',
  'Завтра переезжаем в новый офис на улице Льва Толстого',
  'Їжак з’їв п’ять яблук і пішов спати',
  'مرحبا بكم في الكتاب الجديد',
  'هذه مَدرَسَةٌ كبيرة في المدينة',
  'שלום לכולם, ניפגש מחר בבוקר',
  '我们明天开会讨论新的项目计划',
  '今天天气很好，我们去公园散步吧',
  '東京タワーで会いましょう。カメラを忘れないで',
  'ｶﾒﾗ と ノートパソコン を買いました',
  '내일 학교에서 회의가 있습니다',
  'ภาษาไทยเขียนติดกันไม่มีช่องว่าง',
  'नमस्ते दुनिया, कल मिलते हैं',
  'Tea 🍵 and cake 🎂 at five 👍🏽',
  'call me at +49 30 901820 or mail to ada@example.org',
  'snake_case and kebab-case and camelCase',
  'a b c',
  'foxtrot is a dance, not a fox',
  '@ada please look at the invoice',
  'invoices are due: ask @ben',
  'to be or not to be, that is the question',
  'be not afraid to ask',
];

const more: Readonly<Record<number, Partial<Message>>> = {
  3: { senderId: ada },
  22: { pinnedAt: '2026-04-01T00:00:00.000Z' },
  25: { senderId: ada, editedAt: '2026-04-01T00:00:00.000Z' },
  26: { reactions: [{ emoji: '👍', userIds: [ada] }] },
  28: { replyTo: aMessage({ seq: 27 }).id },
};

const messages: readonly Message[] = [
  ...corpus.map((text, i) =>
    aMessage({
      chatId,
      seq: i + 1,
      text,
      createdAt: new Date(Date.UTC(2026, 2, 1 + i, 12)).toISOString(),
      ...more[i + 1],
    }),
  ),
  aMessage({
    chatId,
    seq: 31,
    kind: 'file',
    text: '',
    files: [aMessageFile({ name: 'Quarterly report.pdf', mime: 'application/pdf' })],
    createdAt: '2026-05-01T12:00:00.000Z',
  }),
  aMessage({
    chatId,
    seq: 32,
    kind: 'file',
    text: 'fox in the snow',
    files: [aMessageFile({ name: 'IMG_2031.jpg', mime: 'image/jpeg' })],
    createdAt: '2026-05-02T12:00:00.000Z',
  }),
  aMessage({
    chatId,
    seq: 33,
    kind: 'voice',
    text: '',
    files: [aMessageFile({ name: 'voice.webm', mime: 'audio/webm' })],
    createdAt: '2026-05-03T12:00:00.000Z',
  }),
  aMessage({ chatId, seq: 34, text: '', deletedAt: '2026-05-04T12:00:00.000Z' }),
  aMessage({ chatId, seq: 35, kind: 'system', text: 'fox', system: { type: 'member_left' } }),
];

const index = new MemorySearchIndex();

beforeAll(async () => {
  const entries = messages.map((message) => ({
    seq: message.seq,
    atMs: Date.parse(message.createdAt),
    terms: termsOf(message),
  }));
  await index.apply({ chatId, fromRev: 0, toRev: messages.length, entries });
});

function compiled(q: string) {
  const { clauses, issues } = parseSearch(q);
  expect(issues).toEqual([]);
  const names = new Map(
    clauses.flatMap((clause): [SearchClause, Facet][] => {
      if (clause.kind === 'from') return [[clause, sentBy(UserId.parse(clause.value))]];
      return clause.kind === 'mentions' ? [[clause, mentioning(clause.value)]] : [];
    }),
  );
  return compile(clauses, names, { utcOffset: 0 });
}

async function found(q: string, order: HitOrder = 'newest') {
  const query = compiled(q);
  const scopes = [{ chatId, fromSeq: 1 }];
  const { hits } = await index.find({ ...toIndexQuery(query), scopes, order, limit: 100 });
  const matching = hits.flatMap((place) => {
    const { seq } = place;
    const message = messages[seq - 1]!;
    const match = matchOf(message, query);
    return match ? [{ seq, text: message.text, match, place }] : [];
  });
  return order === 'best' ? closestFirst(matching) : matching;
}

/** A query, and the messages that it finds, in order. */
type Row = readonly [q: string, ...seqs: number[]];

describe('A search of a corpus in many scripts', () => {
  it.each<Row>([
    // Words, and how they go on.
    ['fox', 32, 26, 2, 1],
    ['foxes', 2],
    ['quick', 2, 1],
    ['quickly', 2],
    ['QUICK BROWN', 1],
    ['brown quick', 1],
    ['fo', 32, 26, 4, 2, 1],
    ['ox'],
    ['fox cat'],
    ['a', 26, 25, 7],
    ['b', 25],
    ['zzz'],
    // Accents, case, width, letters that are two.
    ['naive', 4],
    ['CAFE', 4],
    ['resume', 4],
    ['résumé', 4],
    ['dont', 4],
    ["don't", 4],
    ['don’t', 4],
    ['strasse', 6, 5],
    ['straße', 6, 5],
    ['fluss', 5],
    ['arzte', 5],
    ['ubermut', 5],
    ['weiss', 6],
    ['nino', 8],
    ['manana', 8],
    ['jalapeno', 8],
    ['homme', 7],
    ["l'homme", 7],
    ['ou', 7],
    ['ete', 7],
    ['ｆｏｘ', 32, 26, 2, 1],
    // Words with signs in them.
    ['v2.14.0', 3],
    ['ci.example.com', 3],
    ['example', 23, 3],
    ['ada@example.org', 23],
    ['snake_case', 24],
    ['snake', 24],
    ['kebab-case', 24],
    ['901820', 23],
    ['🎂', 22],
    ['👍', 22],
    // Cyrillic.
    ['привет', 9],
    ['ПРИВЕТ мир', 9],
    ['елки', 9],
    ['ёлки', 9],
    ['переез', 10],
    ['толстого льва', 10],
    ['пять', 11],
    ["п'ять", 11],
    ['п’ять', 11],
    ['їжак', 11],
    // Arabic and Hebrew.
    ['مرحبا', 12],
    ['كتاب', 12],
    ['الكتاب', 12],
    ['مدرسة', 13],
    ['مدينة', 13],
    ['שלום', 14],
    ['בבוקר', 14],
    // Chinese and Japanese, by pairs; a pair is no two characters that stand apart.
    ['明天', 15],
    ['开会', 15],
    ['我们', 16, 15],
    ['我', 16, 15],
    ['项目计划', 15],
    ['明天计划'],
    ['天明'],
    ['公园', 16],
    ['タワー', 17],
    ['カメラ', 18, 17],
    ['東京', 17],
    ['東京 カメラ', 17],
    // Korean, Thai, Hindi.
    ['학교', 19],
    ['회의', 19],
    ['ภาษา', 20],
    ['ไทย', 20],
    ['नमस्ते', 21],
    ['दुनिया', 21],
    // Phrases and what is not wanted.
    ['"to be or"', 29],
    ['"be not"', 30],
    ['"brown fox"', 1],
    ['"brown fo"'],
    ['"fox brown"'],
    ['fox -quick', 32, 26, 2],
    ['fox -foxtrot -lazy', 32, 2],
    ['be -"to be or"', 30, 28, 3],
    ['"开会讨论"', 15],
    ['我们 -公园', 15],
    // What messages are and hold.
    ['from:ada', 25, 3],
    ['from:ada staging', 3],
    ['fox -from:u1'],
    ['mentions:ada', 27],
    ['mentions:ben', 28],
    ['has:link', 3],
    ['has:file', 33, 32, 31],
    ['has:image fox', 32],
    ['has:voice', 33],
    ['has:audio'],
    ['has:reaction', 26],
    ['fox -has:file', 26, 2, 1],
    ['is:edited', 25],
    ['is:reply', 28],
    ['is:pinned', 22],
    ['report', 31],
    ['quarterly report.pdf', 31],
    ['img_2031', 32],
    // When.
    ['fox before:2026-03-02', 1],
    ['fox on:2026-03-02', 2],
    ['fox after:2026-04', 32],
    ['fox after:2026-03-01 before:2026-04', 26, 2],
    ['fox -after:2026-03-02', 2, 1],
  ])('finds for %s', async (...row) => {
    const [q, ...seqs] = row as unknown as Row;
    expect((await found(q)).map(({ seq }) => seq)).toEqual(seqs);
  });

  it.each<Row>([
    ['quick', 1, 2],
    ['fox', 32, 26, 1, 2],
    ['invoice', 27, 28],
    // As they were typed before as they begin, then what follows each other, then the newest.
    ['not to', 29, 30],
    ['to be', 29, 30, 3],
    ['be to', 30, 29, 3],
    ['the fox', 32, 1, 2],
    ['the in', 32, 2, 27],
  ])('puts first what fits best for %s', async (...row) => {
    const [q, ...seqs] = row as unknown as Row;
    expect((await found(q, 'best')).map(({ seq }) => seq)).toEqual(seqs);
  });

  it.each([
    ['quick lazy', 1, ['quick', 'lazy']],
    ['fo', 26, ['foxtrot', 'fox']],
    ['"brown fox jumps"', 1, ['brown fox jumps']],
    ['resume', 4, ['résumé']],
    ['homme', 7, ["L'homme"]],
    ['开会讨论', 15, ['开会讨论']],
    ['公', 16, ['公']],
    ['ไทย', 20, ['ไทย']],
    ['example', 3, ['example']],
    ['has:link', 3, []],
  ] as const)('marks for %s in message %d', async (q, seq, marked) => {
    const hit = (await found(q)).find((one) => one.seq === seq)!;
    expect(hit.match.ranges.map(({ from, to }) => hit.text.slice(from, to))).toEqual(marked);
  });

  it('marks what was looked for in the names of files', async () => {
    const [hit] = await found('report');
    expect(hit!.match).toMatchObject({ ranges: [], fileRanges: [[{ from: 10, to: 16 }]] });
  });
});
