import type { UserId, WorkspaceRole } from '@app/contracts';
import { isToBeDone, reachOf } from './account-reach';

const me = (role: WorkspaceRole) => ({ id: 'me' as UserId, role });
const other = (role: WorkspaceRole) => ({ id: 'other' as UserId, role });

/** By name, those that one may do. */
const may = (mine: WorkspaceRole, theirs: WorkspaceRole) =>
  Object.entries(reachOf(me(mine), other(theirs))).flatMap(([name, is]) => (is ? [name] : []));

describe('reachOf', () => {
  it.each([
    ['owner', 'member', ['rename', 'changeRole', 'suspend', 'signOut', 'reset']],
    ['owner', 'owner', ['rename', 'signOut', 'reset']],
    ['admin', 'member', ['rename', 'suspend', 'signOut', 'reset']],
    ['admin', 'bot', ['rename', 'suspend', 'signOut']],
    ['admin', 'admin', ['rename', 'suspend', 'signOut']],
    ['admin', 'owner', []],
    ['moderator', 'member', []],
  ] as const)('lets an %s do to an %s: %j', (mine, theirs, deeds) => {
    expect(may(mine, theirs)).toEqual(deeds);
  });

  it('lets nobody do anything to themselves, nor who is not known', () => {
    for (const reach of [reachOf(me('owner'), me('owner')), reachOf(null, other('member'))])
      expect(Object.values(reach)).toEqual([false, false, false, false, false]);
  });
});

describe('isToBeDone', () => {
  it('is what can be done and is not done yet', () => {
    const done = (deed: 'suspend' | 'restore' | 'signOut', isDeactivated?: true) =>
      isToBeDone(deed, me('admin'), {
        ...other('member'),
        ...(isDeactivated && { isDeactivated }),
      });
    expect([done('suspend'), done('restore'), done('signOut')]).toEqual([true, false, true]);
    expect([done('suspend', true), done('restore', true)]).toEqual([false, true]);
  });
});
