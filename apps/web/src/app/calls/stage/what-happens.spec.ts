import type { Call, CallParty } from '@app/contracts';
import { ada, jonas, mira, NOON } from '../../chats/testing/builders';
import { aCall } from '../testing/a-call';
import { happeningsOf } from './what-happens';

type Part = Pick<CallParty, 'userId'> & Partial<CallParty>;

/** A group call in which these are. */
const callOf = (parts: readonly Part[], about: Partial<Call> = {}) =>
  aCall({
    ...{ kind: 'group', state: 'active', ...about },
    parties: parts.map((part) => ({ state: 'joined', ...part })),
  });

const seenByAda = (before: Call, now: Call) =>
  happeningsOf(before, now, ada.id).map(({ kind, userIds }) => [kind, ...userIds].join(' '));

const [me, her, him] = [ada, mira, jonas].map(({ id: userId }) => ({ userId }));
const showing = { media: { audio: true, video: false, screen: true } };
const handAt = (minute: number) => new Date(NOON.getTime() + minute * 60_000).toISOString();

describe('happeningsOf', () => {
  it('says who has come and who has left, however they are out', () => {
    const called = { ...him!, state: 'invited' } as const;
    const joined = seenByAda(callOf([me!, called]), callOf([me!, her!, him!]));
    expect(joined).toEqual(['joined mira jonas']);
    const gone = { ...him!, state: 'left' } as const;
    expect(seenByAda(callOf([me!, her!, him!]), callOf([me!, gone]))).toEqual(['left mira jonas']);
  });

  it('says who shows their screen, me, too, and who no longer does', () => {
    const [before, now] = [callOf([me!, her!]), callOf([{ ...me!, ...showing }, her!])];
    expect(seenByAda(before, now)).toEqual(['shares ada']);
    expect(seenByAda(now, before)).toEqual(['stopped ada']);
    const [mine, hers] = [now, callOf([me!, { ...her!, ...showing }])];
    expect(seenByAda(mine, hers)).toEqual(['shares mira', 'stopped ada']);
  });

  it('says of who leaves while they show their screen that they have left, and no more', () => {
    const before = callOf([me!, { ...her!, ...showing }]);
    expect(seenByAda(before, callOf([me!, { ...her!, state: 'left' }]))).toEqual(['left mira']);
  });

  it('says each hand of others that is raised, again when it is raised again', () => {
    const raised = (minute: number) => callOf([me!, { ...her!, handAt: handAt(minute) }]);
    const down = callOf([me!, her!]);
    expect(seenByAda(down, raised(1))).toEqual(['hand mira']);
    expect(seenByAda(raised(1), raised(1))).toEqual([]);
    expect(seenByAda(raised(1), raised(2))).toEqual(['hand mira']);
    expect(seenByAda(raised(1), down)).toEqual([]);
  });

  it('says that my hand is up, and that it is down, as a host may have done it', () => {
    const [down, up] = [callOf([me!, her!]), callOf([{ ...me!, handAt: handAt(1) }, her!])];
    expect(seenByAda(down, up)).toEqual(['hand ada']);
    expect(seenByAda(up, down)).toEqual(['lowered ada']);
  });

  it('says that nobody else comes in, and that they do again', () => {
    const [open, locked] = [callOf([me!, her!]), callOf([me!, her!], { isLocked: true })];
    expect(seenByAda(open, locked)).toEqual(['locked']);
    expect(seenByAda(locked, open)).toEqual(['opened']);
  });

  it('says nothing of a call that is over', () => {
    const over = callOf([{ ...me!, state: 'left' }], { state: 'ended', reason: 'completed' });
    expect(seenByAda(callOf([me!, her!]), over)).toEqual([]);
  });
});
