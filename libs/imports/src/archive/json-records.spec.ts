import * as fc from 'fast-check';
import { SourceRefused } from '../source-refused.js';
import { collected } from '../testing/collected.js';
import { recordsOfArray, recordsOfLines, type JsonRecord } from './json-records.js';

async function* chunksOf(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

const all = (records: AsyncIterable<JsonRecord>) => collected(records);
const refusal = async (records: AsyncIterable<JsonRecord>) => {
  try {
    await all(records);
    return undefined;
  } catch (error) {
    // A refusal is the answer here.
    if (!(error instanceof SourceRefused)) throw error;
    return error.toRefusal();
  }
};

describe('Records of an array', () => {
  it('come one by one, with the lines on which they begin', async () => {
    const text = '\uFEFF[\n  {"a": "x,]}\\""},\n\n  [1, [2]],\n 7, "eight"]\n';
    expect(await all(recordsOfArray(chunksOf(text, 5), 'f'))).toEqual([
      { value: { a: 'x,]}"' }, line: 2 },
      { value: [1, [2]], line: 4 },
      { value: 7, line: 5 },
      { value: 'eight', line: 5 },
    ]);
  });

  it('are the same however the bytes are cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 2),
        async (values, size, indent) => {
          const text = JSON.stringify(values, undefined, indent);
          const records = await all(recordsOfArray(chunksOf(text, size), 'f'));
          expect(records.map(({ value }) => value)).toEqual(JSON.parse(text));
        },
      ),
    ));

  it.each([
    ['', 1],
    ['{}', 1],
    ['[1', 1],
    ['[1,]', 1],
    ['[,1]', 1],
    ['[1]\n[2]', 2],
    ['[\n{"a":1}\n,\n{"b"}\n]', 4],
    ['["a\n', 2],
    ['[}]', 1],
    ['[1 2]', 1],
  ])('refuse %j on line %d', async (text, line) => {
    const refused = await refusal(recordsOfArray(chunksOf(text, 4), 'f.json'));
    expect(refused).toEqual({ reason: 'bad_json', file: 'f.json', line });
  });

  it('hold no more of one than it may have', async () => {
    const text = `[\n1,\n"${'x'.repeat(200)}"]`;
    const refused = await refusal(recordsOfArray(chunksOf(text, 10), 'f', 100));
    expect(refused).toEqual({ reason: 'record_too_long', file: 'f', line: 3 });
  });
});

describe('Records of lines', () => {
  it('come one by one, without empty lines', async () => {
    const text = '{"a":1}\r\n\n"b"\n3';
    expect(await all(recordsOfLines(chunksOf(text, 3), 'f'))).toEqual([
      { value: { a: 1 }, line: 1 },
      { value: 'b', line: 3 },
      { value: 3, line: 4 },
    ]);
  });

  it.each([1, 2, 3, 7])('may begin with a byte order mark, %d bytes at once', async (size) => {
    const lines = recordsOfLines(chunksOf('\uFEFF{"a":1}\n2', size), 'f');
    const first = { value: { a: 1 }, line: 1 };
    expect(await all(lines)).toEqual([first, { value: 2, line: 2 }]);
    expect(await all(recordsOfArray(chunksOf('\uFEFF[{"a":1}]', size), 'f'))).toEqual([first]);
    expect(await all(recordsOfLines(chunksOf('\uFEFF', size), 'f'))).toEqual([]);
    expect(await all(recordsOfLines(chunksOf('1', size), 'f'))).toEqual([{ value: 1, line: 1 }]);
  });

  it('say which line is none, and which is too long', async () => {
    expect(await refusal(recordsOfLines(chunksOf('1\n{"a"\n', 2), 'f'))).toEqual({
      reason: 'bad_json',
      file: 'f',
      line: 2,
    });
    expect(await refusal(recordsOfLines(chunksOf(`1\n"${'x'.repeat(99)}"`, 7), 'f', 50))).toEqual({
      reason: 'record_too_long',
      file: 'f',
      line: 2,
    });
  });
});
