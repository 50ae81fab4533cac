import type { Call, CallId } from '@app/contracts';
import { ada, mira } from '../chats/testing/builders';
import { aCall } from './testing/a-call';
import { ringingAfter } from './ringing';

const ringing = aCall({ version: 3 });
const answered = (version: number): Call =>
  aCall({
    version,
    state: 'connecting',
    parties: ringing.parties.map((party) => ({ ...party, state: 'joined' as const })),
  });

describe('ringingAfter', () => {
  it('rings where I am invited, and not where I call', () => {
    expect(ringingAfter(null, ringing, ada.id)).toBe(ringing);
    expect(ringingAfter(null, ringing, mira.id)).toBeNull();
  });

  it('stops when the call was answered or is over', () => {
    expect(ringingAfter(ringing, answered(4), ada.id)).toBeNull();
    expect(ringingAfter(ringing, aCall({ version: 4, state: 'ended' }), ada.id)).toBeNull();
  });

  it('keeps to the newer of two states, in whatever order they come', () => {
    const newer = aCall({ version: 5 });
    expect(ringingAfter(newer, aCall({ version: 4, state: 'ended' }), ada.id)).toBe(newer);
    expect(ringingAfter(newer, aCall({ version: 6 }), ada.id)).toMatchObject({ version: 6 });
  });

  it('goes on when another call ends', () => {
    const other = aCall({ id: 'call-2' as CallId, state: 'ended', version: 9 });
    expect(ringingAfter(ringing, other, ada.id)).toBe(ringing);
  });
});
