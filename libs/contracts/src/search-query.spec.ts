import { maxSearchLength, parseSearch, periodOf, type SearchClause } from './search-query.js';

const clauses = (query: string) => {
  const { clauses: read, issues } = parseSearch(query);
  expect(issues).toEqual([]);
  return read;
};

/** `-from=ann@0..8`, in short. */
const short = (clause: SearchClause) => {
  const quotes = clause.kind === 'text' && clause.isQuoted ? '"' : '';
  const { kind, value, at, end, isNot } = clause;
  return `${isNot ? '-' : ''}${kind}=${quotes}${value}${quotes}@${at}..${end}`;
};

describe('parseSearch', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['hello', ['text=hello@0..5']],
    ['  two words ', ['text=two@2..5', 'text=words@6..11']],
    ['"a phrase" b', ['text="a phrase"@0..10', 'text=b@11..12']],
    ['a -b', ['text=a@0..1', '-text=b@2..4']],
    ['a -"b c"', ['text=a@0..1', '-text="b c"@2..8']],
    ['a - b', ['text=a@0..1', 'text=-@2..3', 'text=b@4..5']],
    ['e-mail', ['text=e-mail@0..6']],
    ['from:ann', ['from=ann@0..8']],
    ['from:@ann', ['from=ann@0..9']],
    ['FROM:Ann', ['from=Ann@0..8']],
    ['in:#general x', ['in=general@0..11', 'text=x@12..13']],
    ['in:"Team chat"', ['in=Team chat@0..14']],
    ['mentions:me', ['mentions=me@0..11']],
    ['has:Link', ['has=link@0..8']],
    ['a -has:file', ['text=a@0..1', '-has=file@2..11']],
    ['is:pinned', ['is=pinned@0..9']],
    ['on:2026-11-29', ['on=2026-11-29@0..13']],
    ['before:2026', ['before=2026@0..11']],
    ['after:2024-02-29', ['after=2024-02-29@0..16']],
    ['http://a.example', ['text=http://a.example@0..16']],
    ['note: this', ['text=note:@0..5', 'text=this@6..10']],
    ['“a phrase” b', ['text="a phrase"@0..10', 'text=b@11..12']],
    ['„ein Satz“ „noch einer”', ['text="ein Satz"@0..10', 'text="noch einer"@11..23']],
    [
      '”en fras” «une phrase» »en frase«',
      ['text="en fras"@0..9', 'text="une phrase"@10..22', 'text="en frase"@23..33'],
    ],
    ['an"inner quote', ['text=an"inner@0..8', 'text=quote@9..14']],
    ['"" x', ['text=x@3..4']],
    ['привет\u00a0мир', ['text=привет@0..6', 'text=мир@7..10']],
    ['👍 x', ['text=👍@0..2', 'text=x@3..4']],
  ])('reads %j', (query, expected) => {
    expect(clauses(query).map(short)).toEqual(expected);
  });

  it.each([
    ['a "b c', 'unclosed_quote', 2, 6],
    ['in:"Team', 'unclosed_quote', 3, 8],
    ['“a b', 'unclosed_quote', 0, 4],
    ['x from:', 'empty_value', 2, 7],
    ['from:@', 'empty_value', 5, 6],
    ['in:""', 'empty_value', 0, 5],
    ['has:money', 'unknown_has', 4, 9],
    ['a -is:late', 'unknown_is', 6, 10],
    ['on:tomorrow', 'bad_date', 3, 11],
    ['on:2026-02-30', 'bad_date', 3, 13],
    ['on:2026-13', 'bad_date', 3, 10],
    ['a -on:2026', 'not_on', 2, 10],
    ['-a -b', 'nothing_to_find', 0, 5],
  ] as const)('points at what is wrong with %j', (query, complaint, at, end) => {
    expect(parseSearch(query).issues).toEqual([{ complaint, at, end }]);
  });

  it('reads what is right beside what is wrong', () => {
    const { clauses: read, issues } = parseSearch('has:x from:ann is:y');
    expect(read.map(short)).toEqual(['from=ann@6..14']);
    expect(issues.map(({ at }) => at)).toEqual([4, 18]);
  });

  it('takes a bounded number of parts', () => {
    const { clauses: read, issues } = parseSearch('a '.repeat(maxSearchLength / 2));
    expect(read).toHaveLength(24);
    expect(issues).toEqual([{ complaint: 'too_many_parts', at: 48, end: maxSearchLength }]);
  });

  it('says of a name where it stands, behind its operator', () => {
    const query = 'tea from:@ann -in:"Team chat"';
    const found = parseSearch(query).clauses.flatMap((clause) =>
      'valueAt' in clause ? query.slice(clause.valueAt, clause.end) : [],
    );
    expect(found).toEqual(['@ann', '"Team chat"']);
  });

  it('says of every part where it stands', () => {
    const query = ' from:@ann  "to be" -in:#general has:link e-mail ';
    const found = clauses(query).map(({ at, end }) => query.slice(at, end));
    expect(found).toEqual(['from:@ann', '"to be"', '-in:#general', 'has:link', 'e-mail']);
  });
});

describe('periodOf', () => {
  const iso = (date: string, offset = 0) => {
    const { from, to } = periodOf(date, offset)!;
    return [from, to].map((ms) => new Date(ms).toISOString());
  };

  it.each([
    ['2026', '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-12', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['2026-12-31', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('is all of %s', (date, from, to) => {
    expect(iso(date)).toEqual([from, to]);
  });

  it('begins when the day begins where somebody is', () => {
    expect(iso('2026-11-29', 120)).toEqual([
      '2026-11-28T22:00:00.000Z',
      '2026-11-29T22:00:00.000Z',
    ]);
  });

  it.each(['', '26', '2026-1', '2026-00-01', '2026-11-31', '2026-11-29T00', 'x'])(
    'is nothing for %j',
    (date) => {
      expect(periodOf(date, 0)).toBeUndefined();
    },
  );
});
