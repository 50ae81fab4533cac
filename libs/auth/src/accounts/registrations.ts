import {
  anonymous,
  InvitesApi,
  isProblem,
  problem,
  UsersApi,
  type InviteCode,
  type Profile,
  type Register,
} from '@app/contracts';
import { LiveSettings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Credentials } from './credentials.repository.js';
import { PasswordKeeper } from './password-keeper.js';

/** Makes accounts, where somebody may have one. */
@Injectable()
export class Registrations {
  constructor(
    private readonly settings: LiveSettings,
    private readonly invites: InvitesApi,
    private readonly passwords: PasswordKeeper,
    private readonly users: UsersApi,
  ) {}

  /** Throws `registration_closed`, and as `PasswordKeeper.open` does. */
  async make({ inviteCode, ...wanted }: Register): Promise<Profile> {
    await this.#check(inviteCode);
    const credentials = await this.passwords.open(wanted);
    return this.finish(credentials).catch(async (error: unknown) => {
      // The username is somebody's already: this account must not keep the e-mail address from its
      // owner. After any other error it stays, and the first log-in makes the profile.
      if (isProblem(error, 'conflict')) await this.passwords.discard(credentials.userId);
      throw error;
    });
  }

  /** The profile of an account that has none yet. */
  finish({ userId, username, name, email }: Credentials): Promise<Profile> {
    return this.users.create({ ...anonymous, userId }, { userId, username, name, email });
  }

  /** By what is set at this moment: whoever has closed the door must not hear of newcomers. */
  async #check(code: InviteCode | undefined): Promise<void> {
    const { registration } = await this.settings.ask();
    if (registration === 'open') return;
    const byInvitation = registration === 'invitation';
    if (byInvitation && code !== undefined && (await this.#isGood(code))) return;
    throw problem('registration_closed', { byInvitation });
  }

  async #isGood(code: InviteCode): Promise<boolean> {
    try {
      await this.invites.preview(anonymous, { code });
      return true;
    } catch (error) {
      // It never was, or has ended.
      if (isProblem(error, 'not_found') || isProblem(error, 'gone')) return false;
      throw error;
    }
  }
}
