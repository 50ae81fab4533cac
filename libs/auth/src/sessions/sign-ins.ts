import { problem, type Device, type Profile, type SignedIn, type UserId } from '@app/contracts';
import { AccessTokens, AuditOutbox } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { SessionDesk, type OpenSession } from './session-desk.js';
import { SessionEnder } from './session-ender.js';

/** Lets in who has proven who they are. */
@Injectable()
export class SignIns {
  constructor(
    private readonly desk: SessionDesk,
    private readonly ender: SessionEnder,
    private readonly tokens: AccessTokens,
    private readonly outbox: AuditOutbox,
  ) {}

  /** Somebody who is new here. */
  async welcome(profile: Profile, device: Device): Promise<SignedIn> {
    await this.noteAccount(profile, device);
    return this.begin(profile.id, device, () => Promise.resolve(profile));
  }

  /** That there is an account more. */
  async noteAccount({ id, role, username, email }: Profile, origin: Device): Promise<void> {
    const deed = { action: 'account.registered', actor: { userId: id, role }, origin } as const;
    const target = { kind: 'user', id } as const;
    await this.outbox.record({ ...deed, target, after: { username, email } });
  }

  /** A session of somebody whom `profileOf` finds. Throws `forbidden` for who is deactivated. */
  async begin(
    userId: UserId,
    device: Device,
    profileOf: () => Promise<Profile>,
  ): Promise<SignedIn> {
    // The session first: who is deactivated meanwhile is found to be by us, or it is among those
    // that end for it.
    const session = await this.desk.open(userId, device);
    const profile = await profileOf().catch(async (error: unknown) => {
      // Whatever it was, nobody will use this session.
      await this.ender.end(userId, [session.sessionId]);
      throw error;
    });
    const deed = {
      actor: { userId, role: profile.role },
      target: { kind: 'session', id: session.sessionId },
      origin: device,
    } as const;
    if (profile.isDeactivated) {
      await this.ender.end(userId, [session.sessionId]);
      await this.outbox.record({ action: 'session.refused', ...deed }, 'refused');
      throw problem('forbidden');
    }
    await this.outbox.record({ action: 'session.opened', ...deed });
    return this.signed(profile, session);
  }

  /** What somebody holds who has this session. */
  signed(user: Profile, { sessionId, refreshToken }: OpenSession): SignedIn {
    const actor = { userId: user.id, sessionId, role: user.role };
    const { token: accessToken, expiresIn } = this.tokens.sign(actor);
    return { user, accessToken, refreshToken, expiresIn };
  }
}
