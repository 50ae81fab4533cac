import {
  problem,
  SessionId,
  UserId,
  type Account,
  type AccountsApi,
  type Actor,
  type AuthApi,
  type ResetsApi,
  type UsersApi,
  type WorkspaceRole,
} from '@app/contracts';
import { aProfile } from '@app/contracts/testing';
import { PermissionGate, type AuditOutbox, type Denials } from '@app/platform';
import { AdminService } from './admin.service.js';
import type { Moderation } from './moderation.js';

const origin = { address: '192.0.2.1', userAgent: 'A browser' };
const forbidden = { code: 'forbidden' };
const token = 'a-token-that-nobody-may-read';

describe('AdminService', () => {
  const roles = { olga: 'owner', otto: 'owner', adam: 'admin', anna: 'admin', ada: 'member' };
  /** What was asked of other modules: `endAll ada`. */
  let asked: string[];
  let deeds: object[];
  let failure: Error | undefined;
  let admin: AdminService;

  const ask = (what: string): void => {
    if (failure) throw failure;
    asked.push(what);
  };
  const accountOf = (name: string): Account => {
    const { settings: _s, ...account } = aProfile(name);
    const role = roles[name as keyof typeof roles] as WorkspaceRole;
    return { ...account, id: UserId.parse(name), role };
  };

  beforeEach(() => {
    [asked, deeds, failure] = [[], [], undefined];
    const accounts: Pick<AccountsApi, 'get' | 'change'> = {
      get: (_, { userId }) => Promise.resolve(accountOf(userId)),
      change: (_, { userId, patch }) =>
        Promise.resolve({
          ...accountOf(userId),
          ...(patch.state === 'suspended' && { isDeactivated: true as const }),
        }),
    };
    const users: Pick<UsersApi, 'profile'> = {
      profile: (_, { userId }) => Promise.resolve({ ...aProfile(userId), ...accountOf(userId) }),
    };
    const auth: Pick<AuthApi, 'endAll'> = {
      endAll: async (_, { userId }) => {
        await Promise.resolve();
        ask(`endAll ${userId}`);
        return {};
      },
    };
    const resets: Pick<ResetsApi, 'make'> = {
      make: (_, { userId }) => {
        ask(`make ${userId}`);
        return Promise.resolve({ token, expiresAt: '2026-01-02T00:00:00.000Z' });
      },
    };
    const outbox: Pick<AuditOutbox, 'during'> = {
      during: (deed, act) => {
        deeds.push(deed);
        return act((finding) => void deeds.push(finding));
      },
    };
    const denials: Pick<Denials, 'of'> = {
      of: (by, denied) => {
        deeds.push({ by: by.userId, ...denied });
        return Promise.resolve(problem('forbidden'));
      },
    };
    admin = new AdminService(
      accounts as AccountsApi,
      auth as AuthApi,
      resets as ResetsApi,
      outbox as AuditOutbox,
      {} as Moderation,
      new PermissionGate(users as UsersApi, denials as Denials),
    );
  });

  const actor = (name: string): Actor => ({
    userId: UserId.parse(name),
    sessionId: SessionId.parse(name),
    role: 'owner',
  });
  const about = (name: string) => ({ userId: UserId.parse(name), origin });

  describe('makeResetLink', () => {
    it.each([
      ['adam', 'ada'],
      ['olga', 'ada'],
      ['olga', 'adam'],
      ['olga', 'otto'],
    ])('makes one by %s for %s, and writes down nothing of its secret', async (by, whom) => {
      const link = await admin.makeResetLink(actor(by), about(whom));
      expect(link.path).toBe(`/reset/${token}`);
      expect(deeds).toMatchObject([
        { action: 'user.reset_link_made', target: { kind: 'user', id: whom }, origin },
        { after: { expiresAt: link.expiresAt } },
      ]);
      expect(JSON.stringify(deeds)).not.toContain(token);
    });

    it.each([
      ['adam', 'adam'],
      ['olga', 'olga'],
      ['adam', 'anna'],
      ['adam', 'olga'],
      ['ada', 'ada'],
    ])('makes none by %s for %s', async (by, whom) => {
      await expect(admin.makeResetLink(actor(by), about(whom))).rejects.toMatchObject(forbidden);
      expect(asked).toEqual([]);
      expect(deeds).toEqual([
        { by, right: 'deactivateUsers', target: { kind: 'user', id: whom }, origin },
      ]);
    });
  });

  describe('signOutUser', () => {
    it('ends their sessions, and writes that down', async () => {
      await admin.signOutUser(actor('adam'), about('anna'));
      expect(asked).toEqual(['endAll anna']);
      expect(deeds).toMatchObject([{ action: 'user.signed_out', target: { id: 'anna' } }]);
    });

    it.each([
      ['adam', 'olga'],
      ['ada', 'anna'],
    ])('is not for %s about %s', async (by, whom) => {
      await expect(admin.signOutUser(actor(by), about(whom))).rejects.toMatchObject(forbidden);
      expect(asked).toEqual([]);
    });
  });

  describe('changeUser', () => {
    const suspend = () =>
      admin.changeUser(actor('adam'), { ...about('ada'), patch: { state: 'suspended' } });

    it('has ended the sessions of who is suspended when it answers', async () => {
      expect(await suspend()).toMatchObject({ isDeactivated: true });
      expect(asked).toEqual(['endAll ada']);
    });

    it('says so when the sessions could not be ended', async () => {
      failure = new Error('The auth module is away');
      await expect(suspend()).rejects.toBe(failure);
    });

    it('leaves the sessions of who is renamed', async () => {
      await admin.changeUser(actor('adam'), { ...about('ada'), patch: { name: 'Ada' } });
      expect(asked).toEqual([]);
    });
  });
});
