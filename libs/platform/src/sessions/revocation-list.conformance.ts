import { SessionId } from '@app/contracts';
import { eventually } from '../testing/eventually.js';
import type { RevocationList } from './revocation-list.js';

const [one, two] = [SessionId.parse('one'), SessionId.parse('two')];

/**
 * What every `RevocationList` promises. `open` gives the lists of nodes that hear of each other;
 * for a memory one that is one node twice.
 */
export function revocationListConformance(
  open: () => readonly [RevocationList, RevocationList],
  close: () => Promise<void> | void,
): void {
  let here: RevocationList;
  let there: RevocationList;

  beforeEach(() => ([here, there] = open()));
  afterEach(() => close());

  it('refuses a revoked session here at once, and elsewhere, and no other', async () => {
    await here.revoke([one], 60_000);

    expect(here.isRevoked(one)).toBe(true);
    await eventually(() => expect(there.isRevoked(one)).toBe(true));
    expect(here.isRevoked(two)).toBe(false);
    expect(there.isRevoked(two)).toBe(false);
  });

  it('takes many at once, and none', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => SessionId.parse(`s${n}`));
    await here.revoke(many, 60_000);
    await here.revoke([], 60_000);
    await eventually(() => expect(many.every((id) => there.isRevoked(id))).toBe(true));
  });

  it('forgets when the time is over', async () => {
    await here.revoke([one], 30);
    await here.revoke([two], 60_000);
    await eventually(() => expect(there.isRevoked(two)).toBe(true));

    await eventually(() => expect(here.isRevoked(one)).toBe(false));
    await eventually(() => expect(there.isRevoked(one)).toBe(false));
    expect(there.isRevoked(two)).toBe(true);
  });

  it('never shortens what was said before, and repeats are harmless', async () => {
    await here.revoke([one], 60_000);
    await here.revoke([one], 1);
    await there.revoke([one], 1);
    await here.revoke([two], 1);

    await eventually(() => expect(here.isRevoked(two)).toBe(false));
    expect(here.isRevoked(one)).toBe(true);
    await eventually(() => expect(there.isRevoked(one)).toBe(true));
  });
}
