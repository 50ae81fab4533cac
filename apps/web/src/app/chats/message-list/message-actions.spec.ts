import { ada, aMessage, anOpenChat, mira, NOON } from '../testing/builders';
import type { PendingEntry } from '../../data-access/chat-views';
import {
  actionsFor,
  actionsForPending,
  mayDeleteForEveryone,
  mayPost,
  type ActionContext,
} from './message-actions';

const HOUR_MS = 3_600_000;
const context = (about: Partial<ActionContext> = {}): ActionContext => ({
  me: ada,
  chat: anOpenChat(),
  editWindow: 3600,
  deleteWindow: 172_800,
  now: NOON,
  ...about,
});
const mine = aMessage({ seq: 1, senderId: ada.id, createdAt: NOON.toISOString() });
const theirs = aMessage({ seq: 2, senderId: mira.id, createdAt: NOON.toISOString() });
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR_MS);

describe('actionsFor', () => {
  it('offers to edit only what is mine', () => {
    expect(actionsFor(mine, context())).toContain('edit');
    expect(actionsFor(theirs, context())).not.toContain('edit');
  });

  it.each([
    [0, 3600, true],
    [2, 3600, false],
    [2, -1, true],
    [0, 0, false],
  ])('%i h later, with a window of %i s: edit %s', (hours, editWindow, isOffered) => {
    const actions = actionsFor(mine, context({ editWindow, now: later(hours) }));
    expect(actions.has('edit')).toBe(isOffered);
  });

  it('offers nothing with a tombstone or a system line', () => {
    expect(actionsFor({ ...mine, deletedAt: NOON.toISOString() }, context()).size).toBe(0);
    expect(actionsFor({ ...mine, kind: 'system' }, context()).size).toBe(0);
  });

  it('offers to change no words where there are none', () => {
    const said = { ...mine, kind: 'voice', text: '' } as const;
    expect([...actionsFor(said, context())]).toEqual(['react', 'reply', 'link', 'pin', 'delete']);
    const waits = (about: Partial<PendingEntry>) => [
      ...actionsForPending({ state: 'queued', ...about } as PendingEntry),
    ];
    expect([waits({}), waits({ isVoice: true })]).toEqual([['edit', 'discard'], ['discard']]);
    expect(waits({ isVoice: true, state: 'failed' })).toEqual([]);
  });

  it('offers the earlier texts of what was edited', () => {
    expect(actionsFor(mine, context())).not.toContain('history');
    const edited = { ...mine, editedAt: NOON.toISOString() };
    expect(actionsFor(edited, context())).toContain('history');
  });

  it('offers to take down what is pinned, and in a channel only its admins', () => {
    const pinned = { ...theirs, pinnedAt: NOON.toISOString() };
    const signsOf = (message: typeof mine, about = {}) => {
      const actions = actionsFor(message, context({ chat: anOpenChat(about) }));
      return (['react', 'pin', 'unpin'] as const).filter((one) => actions.has(one));
    };
    expect(signsOf(theirs)).toEqual(['react', 'pin']);
    expect(signsOf(pinned)).toEqual(['react', 'unpin']);
    expect(signsOf(theirs, { type: 'channel', postPolicy: 'admins' })).toEqual(['react']);
    expect(signsOf(pinned, { type: 'channel', myRole: 'admin' })).toEqual(['react', 'unpin']);
    expect(signsOf(pinned, { isArchived: true })).toEqual([]);
  });

  it('offers a reader neither to reply nor to edit', () => {
    const actions = actionsFor(mine, context({ chat: anOpenChat({ myRole: 'readonly' }) }));
    expect([actions.has('reply'), actions.has('edit')]).toEqual([false, false]);
  });
});

describe('mayDeleteForEveryone', () => {
  it.each([
    ['mine, within 48 h', mine, context({ now: later(47) }), true],
    ['mine, after 48 h', mine, context({ now: later(49) }), false],
    [
      'mine, long after, where there is no end',
      mine,
      context({ deleteWindow: -1, now: later(999) }),
      true,
    ],
    ['mine, at once, where nobody may', mine, context({ deleteWindow: 0 }), false],
    ['theirs', theirs, context(), false],
    ['theirs, as an admin', theirs, context({ chat: anOpenChat({ myRole: 'admin' }) }), true],
    ['theirs, as a moderator', theirs, context({ me: { id: ada.id, role: 'moderator' } }), true],
  ])('%s: %s', (_, message, given, isAllowed) => {
    expect(mayDeleteForEveryone(message, given)).toBe(isAllowed);
  });
});

describe('mayPost', () => {
  it.each([
    [{}, true],
    [{ isArchived: true }, false],
    [{ myRole: 'readonly' as const }, false],
    [{ type: 'channel' as const, postPolicy: 'admins' as const }, false],
    [{ type: 'channel' as const, postPolicy: 'admins' as const, myRole: 'admin' as const }, true],
  ])('%j: %s', (about, isAllowed) => {
    expect(mayPost({ chat: anOpenChat(about) })).toBe(isAllowed);
  });
});
