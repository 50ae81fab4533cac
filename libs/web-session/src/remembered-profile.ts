import type { Profile } from '@app/contracts';
import type { Browser } from './browser';

const KEY = 'parley-profile';

/**
 * Who was signed in here last: so that a first visit asks for no token, and a visit without a
 * network knows whose chats to show. Nothing in it opens anything.
 */
export class RememberedProfile {
  constructor(private readonly browser: Browser) {}

  /** `none`: nobody was. `unknown`: this browser keeps nothing. */
  read(): Profile | 'none' | 'unknown' {
    const kept = this.browser.read(KEY);
    if (kept === undefined) return 'unknown';
    if (kept === null) return 'none';
    try {
      const profile = JSON.parse(kept) as Profile;
      return profile.id ? profile : 'unknown';
    } catch {
      // SyntaxError or TypeError: somebody has edited it.
      return 'unknown';
    }
  }

  write(profile: Profile | null): void {
    this.browser.write(KEY, profile && JSON.stringify(profile));
  }
}
