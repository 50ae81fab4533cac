import { WorkspaceRole, type UserPatch } from '@app/contracts';
import { mayUpdate } from './update-rules.js';

const roles = WorkspaceRole.options;
const patches = {
  name: { name: 'Other' },
  settings: { settings: { receipts: false } },
  role: { role: 'moderator' },
  isDeactivated: { isDeactivated: true },
} as const satisfies Record<string, UserPatch>;

/** Roles that may make this change of somebody who is a `target`. */
const whoMay = (patch: UserPatch, target: WorkspaceRole, isSelf = false) =>
  roles.filter((by) => mayUpdate({ isSelf, by, target: isSelf ? by : target, patch }));

describe('update rules', () => {
  it('let everybody change their own name and settings', () => {
    expect(whoMay(patches.name, 'member', true)).toEqual(roles);
    expect(whoMay(patches.settings, 'member', true)).toEqual(roles);
  });

  it('let nobody change their own role or deactivate themselves', () => {
    expect(whoMay(patches.role, 'member', true)).toEqual([]);
    expect(whoMay(patches.isDeactivated, 'member', true)).toEqual([]);
  });

  it('let admins rename and deactivate others, and owners give roles', () => {
    expect(whoMay(patches.name, 'member')).toEqual(['owner', 'admin']);
    expect(whoMay(patches.isDeactivated, 'member')).toEqual(['owner', 'admin']);
    expect(whoMay(patches.role, 'member')).toEqual(['owner']);
  });

  it('let nobody change the settings of others', () => {
    expect(whoMay(patches.settings, 'member')).toEqual([]);
  });

  it('keep owners what they are', () => {
    expect(whoMay(patches.role, 'owner')).toEqual([]);
    expect(whoMay(patches.isDeactivated, 'owner')).toEqual([]);
    expect(whoMay(patches.name, 'owner')).toEqual(['owner']);
  });

  it('make no bot of a person, and no person of a bot', () => {
    expect(whoMay({ role: 'bot' }, 'member')).toEqual([]);
    expect(whoMay(patches.role, 'bot')).toEqual([]);
    expect(whoMay({ role: 'owner' }, 'bot')).toEqual([]);
    expect(whoMay(patches.isDeactivated, 'bot')).toEqual(['owner', 'admin']);
    expect(whoMay(patches.name, 'bot')).toEqual(['owner', 'admin']);
  });

  it('make an owner of nobody who is deactivated then: no request could restore them', () => {
    const may = (patch: UserPatch, isDeactivated = false) =>
      mayUpdate({ isSelf: false, by: 'owner', target: 'member', isDeactivated, patch });
    expect(may({ role: 'owner' })).toBe(true);
    expect(may({ role: 'owner', isDeactivated: true })).toBe(false);
    expect(may({ role: 'owner' }, true)).toBe(false);
    expect(may({ role: 'owner', isDeactivated: false }, true)).toBe(true);
    expect(may({ role: 'admin' }, true)).toBe(true);
  });

  it('refuse a whole patch for one field that is not allowed', () => {
    expect(whoMay({ ...patches.name, ...patches.role }, 'member', true)).toEqual([]);
  });

  it('refuse an empty patch of others to whoever may change nothing of them', () => {
    expect(whoMay({}, 'member')).toEqual(['owner', 'admin']);
  });
});
