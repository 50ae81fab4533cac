import { SessionId } from '@app/contracts';
import { SystemClock } from '../clock/clock.js';
import { ManualTime } from '../testing/manual-time.js';
import { MemoryRevocationList } from './memory-revocation-list.js';
import { revocationListConformance } from './revocation-list.conformance.js';

describe('MemoryRevocationList', () => {
  revocationListConformance(
    () => {
      const list = new MemoryRevocationList(new SystemClock());
      return [list, list];
    },
    () => undefined,
  );

  it('does not grow with what is over', async () => {
    const time = new ManualTime();
    const list = new MemoryRevocationList(time);
    for (let n = 0; n < 5000; n++) {
      await list.revoke([SessionId.parse(`s${n}`)], 1000);
      time.advance(10);
    }
    expect(list.entries()).toHaveLength(99);
  });
});
