import { LogLedger } from './log-ledger.js';

const ledgerOf = (...slots: readonly [seq: number, revs: number | number[]][]) => {
  const ledger = new LogLedger();
  for (const [seq, revs] of slots) ledger.add({ seq, revs });
  return ledger;
};

describe('LogLedger', () => {
  it('is whole where no slot and no change is missing', () => {
    expect(ledgerOf([1, 1], [2, [2, 4]], [3, 3]).isWhole).toBe(true);
    expect(ledgerOf().isWhole).toBe(true);
  });

  it('says which are missing', () => {
    const ledger = ledgerOf([1, [1, 9]], [3, 3]);
    expect(ledger.isWhole).toBe(false);
    expect(ledger.seqs.missing(10)).toEqual([2]);
    expect(ledger.revs.missing(3)).toEqual([2, 4, 5]);
  });

  it('is whole again once they were read, and counts newer states once', () => {
    const ledger = ledgerOf([1, [1, 4]], [2, 2]);
    expect(ledger.isWhole).toBe(false);
    ledger.add({ seq: 2, revs: [2, 3] });
    expect(ledger.isWhole).toBe(true);
    expect(ledger.seqs.last).toBe(2);
  });

  it('grows with the log', () => {
    const ledger = new LogLedger();
    for (let n = 1; n <= 5000; n++) ledger.add({ seq: n, revs: n });
    expect([ledger.isWhole, ledger.revs.last]).toEqual([true, 5000]);
  });
});
