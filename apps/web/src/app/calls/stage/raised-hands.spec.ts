import type { Call } from '@app/contracts';
import { ada, jonas, mira } from '../../chats/testing/builders';
import { aCall } from '../testing/a-call';
import { handsOf } from './raised-hands';

/** Who has raised a hand, and in which minute. */
const callWith = (minutes: Readonly<Record<string, number>>): Call =>
  aCall({
    kind: 'group',
    parties: [ada, mira, jonas].map(({ id }) => ({
      ...{ userId: id, state: 'joined' as const },
      ...(minutes[id] !== undefined && { handAt: `2026-01-01T00:0${minutes[id]}:00.000Z` }),
    })),
  });

describe('handsOf', () => {
  it('has them in the order in which they were raised', () => {
    const hands = handsOf(callWith({ [ada.id]: 3, [jonas.id]: 1 }));
    expect([...hands]).toEqual([
      [jonas.id, 1],
      [ada.id, 2],
    ]);
  });
});
