import {
  AccountsApi,
  AuthApi,
  mayInWorkspace,
  ResetsApi,
  type AboutUser,
  type Account,
  type Actor,
  type AdminApi,
  type ChangeAccount,
  type Done,
  type MuteUser,
  type ResetLink,
  type WarnUser,
} from '@app/contracts';
import { AuditOutbox, PermissionGate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Moderation } from './moderation.js';

type Rule = (me: Actor, them: Account) => boolean;

/** For those who may `deactivateUsers`; about owners, for owners alone. See `mayReset`. */
@Injectable()
export class AdminService implements AdminApi {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly auth: AuthApi,
    private readonly resets: ResetsApi,
    private readonly outbox: AuditOutbox,
    private readonly moderation: Moderation,
    private readonly gate: PermissionGate,
  ) {}

  /** The rules, and the entry of the audit log, are those of the accounts. */
  async changeUser(actor: Actor, change: ChangeAccount): Promise<Account> {
    const account = await this.accounts.change(actor, change);
    // Also of who was suspended before: should we have died in between, this is asked again.
    if (account.isDeactivated) await this.auth.endAll(actor, { userId: account.id });
    return account;
  }

  async signOutUser(actor: Actor, about: AboutUser): Promise<Done> {
    const deed = await this.#deed(actor, about, isOver);
    const { userId } = about;
    return this.outbox.during({ ...deed, action: 'user.signed_out' }, () =>
      this.auth.endAll(actor, { userId }),
    );
  }

  async makeResetLink(actor: Actor, about: AboutUser): Promise<ResetLink> {
    const deed = await this.#deed(actor, about, mayReset);
    const { userId } = about;
    return this.outbox.during({ ...deed, action: 'user.reset_link_made' }, async (found) => {
      const { token, expiresAt } = await this.resets.make(actor, { userId });
      found({ after: { expiresAt } });
      return { path: `/reset/${token}`, expiresAt };
    });
  }

  async warnUser(actor: Actor, warning: WarnUser): Promise<Done> {
    await this.moderation.warn(actor, warning);
    return {};
  }

  async muteUser(actor: Actor, mute: MuteUser): Promise<Done> {
    await this.moderation.mute(actor, mute);
    return {};
  }

  /** Throws `forbidden`, `not_found`. */
  async #deed(actor: Actor, { userId, reason, origin }: AboutUser, mayDo: Rule) {
    const right = 'deactivateUsers';
    const target = { kind: 'user', id: userId } as const;
    const by = await this.gate.admit(actor, right, { target, origin });
    const them = await this.accounts.get(by, { userId });
    if (!mayDo(by, them)) throw await this.gate.refusal(by, right, { target, origin });
    return {
      actor: by,
      target,
      origin,
      ...(reason !== undefined && { reason }),
    };
  }
}

const isOver: Rule = (me, them) => them.role !== 'owner' || me.role === 'owner';

/**
 * A link is the whole account. For oneself it would be a new password without the current one, to
 * whoever has got hold of an access token; for another admin, their name under what one does.
 */
const mayReset: Rule = (me, them) =>
  me.userId !== them.id && (me.role === 'owner' || !mayInWorkspace('deactivateUsers', them.role));
