import { AccountsApi, type Actor, type MuteUser, type WarnUser } from '@app/contracts';
import { AuditOutbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { NoticesService } from '../notices/notices.service.js';

/** What moderators do about people short of shutting them out; they are told, and why. */
@Injectable()
export class Moderation {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly notices: NoticesService,
    private readonly outbox: AuditOutbox,
  ) {}

  /** Throws `forbidden`, `not_found`. */
  async warn(actor: Actor, { userId, reason, origin }: WarnUser): Promise<void> {
    const { role } = await this.accounts.mustModerate(actor, { userId, origin });
    const target = { kind: 'user', id: userId } as const;
    const by = { ...actor, role };
    const deed = { action: 'user.warned', actor: by, target, origin, reason } as const;
    await this.outbox.during(deed, () =>
      this.notices.tell(userId, { kind: 'warning', text: reason }),
    );
  }

  /** The rules, and the entry of the audit log, are those of the accounts. */
  async mute(actor: Actor, mute: MuteUser): Promise<void> {
    await this.accounts.mute(actor, mute);
    const { userId, until, reason: text = '' } = mute;
    await this.notices.tell(
      userId,
      until === null ? { kind: 'unmute', text } : { kind: 'mute', text, until },
    );
  }
}
