import {
  type Access,
  type Actor,
  type ChatId,
  type ChatRole,
  type SessionId,
  type Problem,
  type UserId,
  type WorkspaceRole,
} from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { placeDraft, type Slot } from './log/slot.js';
import { draft } from './log/testing/drafts.js';
import {
  mayStillGrow,
  mustDelete,
  mustEdit,
  mustEditNow,
  mustPin,
  mustPost,
  mustReact,
  mustSaySomething,
} from './message-rules.js';

const access = (given: Partial<Access> = {}): Access => ({
  chatId: 'chat' as ChatId,
  kind: 'group',
  role: 'member',
  visibleFromSeq: 1,
  postPolicy: 'everyone',
  isArchived: false,
  hasPartialReaders: false,
  ...given,
});

const actor = (userId: string, role: WorkspaceRole = 'member'): Actor => ({
  userId: userId as UserId,
  sessionId: 's1' as SessionId,
  role,
});

const slot = (given: Partial<Slot> = {}): Slot => ({ ...placeDraft(draft({}), 1, 1), ...given });
const at = (ms: number) => new Date(ms);

/** The code that is thrown, or `ok`. */
function verdict(rule: () => void): string {
  try {
    rule();
    return 'ok';
  } catch (error) {
    // A refusal is what most of these cases are about.
    return (error as Problem).code;
  }
}

describe('mustPost', () => {
  const roles: ChatRole[] = ['owner', 'admin', 'member', 'readonly'];
  const who = (given: Partial<Access>) =>
    roles.filter((role) => verdict(() => mustPost(access({ role, ...given }))) === 'ok');

  it.each<[Partial<Access>, ChatRole[]]>([
    [{}, ['owner', 'admin', 'member']],
    [{ kind: 'channel' }, ['owner', 'admin', 'member']],
    [{ postPolicy: 'admins' }, ['owner', 'admin']],
    [{ isArchived: true }, []],
  ])('in a chat %o lets post only %o', (given, allowed) => {
    expect(who(given)).toEqual(allowed);
  });

  it('says that one blocks the other, whatever else there is', () => {
    const blocked = access({ kind: 'direct', isBlocked: true, role: 'readonly' });
    expect(verdict(() => mustPost(blocked))).toBe('blocked');
  });

  it('says until when somebody is muted, to all that others see of them', () => {
    const until = '2026-01-01T12:00:00.000Z';
    const muted = access({ mutedUntil: until, role: 'owner' });
    expect(() => mustPost(muted)).toThrow(expect.objectContaining({ params: { until } }) as Error);
    const edit = () => mustEdit(slot(), { actor: actor(slot().senderId), access: muted });
    for (const rule of [edit, () => mustReact(slot(), muted), () => mustPin(slot(), muted)])
      expect(verdict(rule)).toBe('muted');
  });
});

describe('mustSaySomething', () => {
  it.each([
    ['words', slot(), 'words', 'ok'],
    ['nothing', slot(), '', 'validation_failed'],
    ['nothing to be seen', slot(), '\u200b\u2060', 'validation_failed'],
    ['nothing beside a file', slot({ files: [aMessageFile()] }), '', 'ok'],
  ])('%s', (_, before, text, expected) => {
    expect(verdict(() => mustSaySomething(before, text))).toBe(expected);
  });
});

describe('mustEdit', () => {
  const cases: [string, Slot, Actor, Partial<Access>, string][] = [
    ['the author', slot(), actor('ann'), {}, 'ok'],
    ['the author where one blocks the other', slot(), actor('ann'), { isBlocked: true }, 'ok'],
    ['somebody else', slot(), actor('bob'), {}, 'forbidden'],
    ['an admin of the chat', slot(), actor('bob'), { role: 'admin' }, 'forbidden'],
    ['an owner of the workspace', slot(), actor('bob', 'owner'), {}, 'forbidden'],
    ['an author who may only read now', slot(), actor('ann'), { role: 'readonly' }, 'forbidden'],
    ['the author in an archived chat', slot(), actor('ann'), { isArchived: true }, 'forbidden'],
    ['the sender of a system message', slot({ kind: 'system' }), actor('ann'), {}, 'forbidden'],
    ['the author of a deleted message', slot({ deletedAt: at(1) }), actor('ann'), {}, 'gone'],
  ];
  it.each(cases)('answers %s', (_, message, who, given, expected) => {
    expect(verdict(() => mustEdit(message, { actor: who, access: access(given) }))).toBe(expected);
  });
});

describe('mustEditNow', () => {
  it.each([
    [60, 60_000, 'ok'],
    [60, 60_001, 'edit_window_closed'],
    [0, 0, 'edit_window_closed'],
    [-1, 1e12, 'ok'],
  ])('with a window of %i s answers after %i ms: %s', (windowS, ageMs, expected) => {
    expect(verdict(() => mustEditNow(slot({ createdAt: at(0) }), windowS, at(ageMs)))).toBe(
      expected,
    );
  });
});

describe('mustDelete', () => {
  const windowS = 3600;
  const late = windowS * 1000 + 1;
  const directly = { kind: 'direct', role: 'owner' } as const;
  const cases: [string, Actor, Partial<Access>, number, string][] = [
    ['the author in time', actor('ann'), {}, windowS * 1000, 'ok'],
    ['the author too late', actor('ann'), {}, late, 'delete_window_closed'],
    ['an author who may only read now', actor('ann'), { role: 'readonly' }, 0, 'forbidden'],
    ['somebody else', actor('bob'), {}, 0, 'forbidden'],
    ['an admin at any time', actor('bob'), { role: 'admin' }, late, 'ok'],
    ['an author who is admin, at any time', actor('ann'), { role: 'owner' }, late, 'ok'],
    ['a moderator of the workspace', actor('bob', 'moderator'), {}, late, 'ok'],
    ['the other person of a direct chat', actor('bob'), directly, 0, 'forbidden'],
    [
      'an admin in an archived chat',
      actor('bob'),
      { role: 'admin', isArchived: true },
      0,
      'forbidden',
    ],
  ];
  it.each(cases)('answers %s', (_, who, given, ageMs, expected) => {
    const attempt = { actor: who, access: access(given), now: at(ageMs) };
    expect(verdict(() => mustDelete(slot({ createdAt: at(0) }), windowS, attempt))).toBe(expected);
  });

  it('refuses to delete a system message, to anybody', () => {
    const attempt = { actor: actor('ann', 'owner'), access: access({ role: 'owner' }), now: at(0) };
    expect(verdict(() => mustDelete(slot({ kind: 'system' }), windowS, attempt))).toBe('forbidden');
  });
});

describe('mustReact and mustPin', () => {
  const roles: ChatRole[] = ['owner', 'admin', 'member', 'readonly'];
  const who = (rule: typeof mustReact, given: Partial<Access>) =>
    roles.filter((role) => verdict(() => rule(slot(), access({ role, ...given }))) === 'ok');
  const writers: ChatRole[] = ['owner', 'admin', 'member'];

  it.each<[Partial<Access>, ChatRole[], ChatRole[]]>([
    [{ kind: 'direct' }, writers, writers],
    [{ kind: 'group' }, writers, writers],
    [{ kind: 'channel' }, writers, ['owner', 'admin']],
    [{ kind: 'channel', postPolicy: 'admins' }, writers, ['owner', 'admin']],
    [{ isArchived: true }, [], []],
  ])('in %j by %j and %j', (given, reacting, pinning) => {
    expect([who(mustReact, given), who(mustPin, given)]).toEqual([reacting, pinning]);
  });

  it.each([
    [{ deletedAt: at(0) }, 'gone'],
    [{ kind: 'system' as const }, 'forbidden'],
    [{ kind: 'call' as const }, 'ok'],
  ])('of a message with %j says %s', (given, said) => {
    expect(verdict(() => mustReact(slot(given), access()))).toBe(said);
    expect(verdict(() => mustPin(slot(given), access()))).toBe(said);
  });

  it('says nothing to somebody who is blocked, and lets them keep what they have', () => {
    const blocked = access({ kind: 'direct', isBlocked: true });
    expect(verdict(() => mustReact(slot(), blocked))).toBe('blocked');
    expect(verdict(() => mustPin(slot(), blocked))).toBe('ok');
  });

  it('ends where the message would outgrow its bounds', () => {
    expect([mayStillGrow(slot()), mayStillGrow(slot({ signs: 4000 }))]).toEqual([true, false]);
  });
});
