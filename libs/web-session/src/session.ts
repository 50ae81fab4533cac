import { computed, Injectable, signal, type Signal } from '@angular/core';
import type { Profile, Register, UserPatch } from '@app/contracts';

/** `starting`: a session may come back from the cookie; pages wait for `start()`. */
export type SessionState = 'starting' | 'signed-in' | 'signed-out';

/** `login`: an e-mail address or a username. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Messages of mine are not stored yet: signing out would lose them. */
export class UnsentMessages extends Error {
  override readonly name = 'UnsentMessages';

  constructor(readonly count: number) {
    super('unsent_messages');
  }
}

/**
 * Who is signed in here. The access token lives in memory, the refresh token in a cookie that no
 * script can read; tabs refresh one after the other. Methods reject with `RequestProblem` (`code`,
 * `params`, `issues` by field) or `ConnectionLost`.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly state: Signal<SessionState> = signal<SessionState>('starting');
  /** Me, with settings; null unless signed in. */
  readonly user: Signal<Profile | null> = signal(null);
  readonly isSignedIn: Signal<boolean> = computed(() => this.state() === 'signed-in');

  /** Tries the cookie, once; resolves when `state` is no longer `starting`. Never rejects. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  register(_account: Register): Promise<void> {
    return Promise.resolve();
  }

  logIn(_credentials: Credentials): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Ends the session, forgets all local data and reloads the page. Rejects with `UnsentMessages`
   * while some are queued; `logOutAnyway` gives them up.
   */
  logOut(): Promise<void> {
    return Promise.resolve();
  }

  logOutAnyway(): Promise<void> {
    return Promise.resolve();
  }

  /** Name and settings of mine. */
  updateProfile(_patch: UserPatch): Promise<void> {
    return Promise.resolve();
  }
}
