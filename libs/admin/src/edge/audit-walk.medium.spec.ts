import type { AuditEntry } from '@app/contracts';
import { aDeed, AuditBench } from '../testing/audit-bench.js';
import { AuditWalk } from './audit-walk.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };

describe('AuditWalk', () => {
  let bench: AuditBench;

  beforeEach(async () => {
    bench = await AuditBench.open();
    for (const count of [200, 200, 50])
      await bench.append(...Array.from({ length: count }, () => aDeed()));
  });

  afterEach(() => bench.close());

  async function exported() {
    const walk = new AuditWalk(bench.audit);
    const { head, lines } = await walk.export(bench.actor('olga', 'admin'), origin);
    let text = '';
    for await (const part of lines) text += part;
    const entries = text.trimEnd().split('\n');
    return { head, entries: entries.map((line) => JSON.parse(line) as AuditEntry) };
  }

  it('exports the whole log, and says how far it goes', async () => {
    const { head, entries } = await exported();
    expect(entries.map(({ position }) => position)).toEqual(
      Array.from({ length: 450 }, (_, n) => n + 1),
    );
    expect(entries.at(-1)).toMatchObject(head);
  });

  it('looks at no more of it when nobody asks any more', async () => {
    const client = new AbortController();
    const looks = jest.spyOn(bench.audit, 'verify').mockImplementation((_, { after }) => {
      if (after === 2) client.abort();
      const head = { position: 9, hash: '' };
      return Promise.resolve({ isIntact: true, checked: after + 1, head, next: after + 1 });
    });
    await new AuditWalk(bench.audit).verify(bench.actor('olga', 'admin'), client.signal);
    expect(looks).toHaveBeenCalledTimes(3);
  });

  it('goes on after a hole that is longer than what is read at once', async () => {
    await bench.entries.deleteMany({ position: { $gt: 190, $lte: 401 } });
    const { head, entries } = await exported();
    expect(entries).toHaveLength(450 - 211);
    expect(entries.at(-1)).toMatchObject(head);
  });
});
