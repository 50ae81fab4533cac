import { ada, aMessage, anEntry, aTimeline, mira } from '../testing/builders';
import { keepSame } from './same-items';
import type { TimelineSource } from './timeline-items';

const messages = [1, 2, 3].map((seq) => aMessage({ seq }));
const build = (about: Partial<TimelineSource> = {}) => aTimeline({ messages, ...about });
const before = build();
/** Which items are other objects than before. */
const changed = (about: Partial<TimelineSource>) =>
  keepSame(before, build(about)).flatMap((item) => (before.includes(item) ? [] : [item.key]));

describe('keepSame', () => {
  it('is the list before when nothing has changed', () => {
    expect(keepSame(before, build())).toBe(before);
  });

  it('keeps what is there when something comes', () => {
    expect(changed({ messages: [...messages, aMessage({ seq: 4 })] })).toEqual(['m4']);
    expect(changed({ pending: [anEntry()] })).toEqual(['p1']);
  });

  it.each<[string, Partial<TimelineSource>, string[]]>([
    ['an edit', { messages: [aMessage({ seq: 1, text: 'Other' }), ...messages.slice(1)] }, ['m1']],
    ['a name', { people: new Map([[mira.id, { ...mira, name: 'M' }]]) }, ['m1', 'm2', 'm3']],
    [
      'a presence',
      { people: new Map([[mira.id, { ...mira, status: 'away' as const }]]) },
      ['m1', 'm2', 'm3'],
    ],
    ['a group that begins elsewhere', { messages: messages.slice(1) }, ['m2']],
  ])('gives another object for %s', (_, about, keys) => {
    expect(changed(about)).toEqual(keys);
  });

  it('gives another object for another mark of delivery', () => {
    const mine = [aMessage({ seq: 1, senderId: ada.id })];
    const stored = build({ messages: mine });
    const seen = keepSame(stored, build({ messages: mine, seenSeq: 1 }));
    expect(seen.at(-1)).toMatchObject({ delivery: 'seen' });
  });

  it('is shorter where something has gone', () => {
    expect(keepSame(before, build({ messages: messages.slice(0, 2) }))).toHaveLength(3);
  });
});
