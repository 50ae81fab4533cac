import * as fc from 'fast-check';
import { blockOf, blocksOf, blockSize, countUnread, stretchOf } from './unread.js';

const log = fc.record({
  headSeq: fc.nat({ max: 4 * blockSize }),
  quiet: fc.uniqueArray(fc.integer({ min: 1, max: 4 * blockSize }), { maxLength: 200 }),
  lastReadSeq: fc.nat({ max: 4 * blockSize }),
  visibleFromSeq: fc.integer({ min: 1, max: 4 * blockSize }),
});

describe('countUnread', () => {
  it('equals a recount, slot by slot', () => {
    fc.assert(
      fc.property(log, ({ headSeq, quiet, ...member }) => {
        const isQuiet = new Set(quiet);
        let recount = 0;
        for (let seq = member.visibleFromSeq; seq <= headSeq; seq++)
          if (seq > member.lastReadSeq && !isQuiet.has(seq)) recount++;
        expect(countUnread(stretchOf({ headSeq }, member), quiet)).toBe(recount);
      }),
    );
  });

  it('needs the quiet slots of the named blocks only', () => {
    fc.assert(
      fc.property(log, ({ headSeq, quiet, ...member }) => {
        const stretch = stretchOf({ headSeq }, member);
        const blocks = new Set(blocksOf(stretch));
        const read = quiet.filter((seq) => blocks.has(blockOf(seq)));
        expect(countUnread(stretch, read)).toBe(countUnread(stretch, quiet));
      }),
    );
  });

  it('reads nothing for a chat that is read', () => {
    expect(blocksOf({ afterSeq: 7, headSeq: 7 })).toEqual([]);
  });

  it('reads as many blocks as the unread stretch has, whatever lies before it', () => {
    const headSeq = 1_000_000;
    expect(blocksOf({ afterSeq: headSeq - 1, headSeq })).toHaveLength(1);
    expect(blocksOf({ afterSeq: headSeq - blockSize, headSeq }).length).toBeLessThanOrEqual(2);
  });
});
