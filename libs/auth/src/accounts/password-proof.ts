import type { Device } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../passwords/password-hasher.js';
import type { Credentials } from './credentials.repository.js';
import { FailedAttempts, type Attempt } from './failed-attempts.js';
import { Refusals } from './refusals.js';

/** How somebody proves whose account it is. */
export interface Claim {
  readonly attempt: Attempt;
  readonly password: string;
  readonly find: () => Promise<Credentials | undefined>;
}

/** Finds out whether somebody knows the password, and how often they may try. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly failures: FailedAttempts,
    private readonly refusals: Refusals,
  ) {}

  /**
   * The account, if it is its password; after the same work where there is none. Throws
   * `rate_limited`.
   */
  async of({ attempt, password, find }: Claim): Promise<Credentials | undefined> {
    return this.failures.guard(attempt, async () => {
      const known = await find();
      const hash = known?.passwordHash ?? this.hasher.decoy;
      return (await this.hasher.matches(password, hash)) ? known : undefined;
    });
  }

  /** As `of`, for somebody who wants to sign in: of who may not the audit log is told. */
  async toSignIn(claim: Claim, device: Device): Promise<Credentials | undefined> {
    let known: Credentials | undefined;
    const find = async () => (known = await claim.find());
    const found = await this.refusals.noteLimited(device, () => this.of({ ...claim, find }));
    if (!found) await this.refuse(known, device);
    return found;
  }

  /** Tells the audit log that somebody was not let in. */
  refuse(account: Credentials | undefined, device: Device): Promise<void> {
    return this.refusals.note(account?.userId, device);
  }
}
