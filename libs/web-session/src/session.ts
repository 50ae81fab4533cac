import { computed, inject, Injectable, signal } from '@angular/core';
import type { Profile, Register, SignedInBody, UserPatch } from '@app/contracts';
import { AccessTokens, type HowOver } from './access-tokens';
import { Browser } from './browser';
import { RememberedProfile } from './remembered-profile';
import { isLineProblem, RequestProblem } from './request-problem';
import { FetchRestClient, type RestClient } from './rest-client';

/** `starting`: a session may come back from the cookie; pages wait for `start()`. */
export type SessionState = 'starting' | 'signed-in' | 'signed-out';

/** `login`: an e-mail address or a username. */
export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** What I wrote is not stored yet, queued or in a composer: signing out would lose it. */
export class UnsentMessages extends Error {
  override readonly name = 'UnsentMessages';

  constructor(readonly count: number) {
    super('unsent_messages');
  }
}

/** What somebody keeps of the person in this browser, and would lose by signing out. */
export interface LocalData {
  unsentCount(): number;
  forget(): Promise<void>;
  /** Only what the server has as well: the session was ended there, or is too old. */
  forgetCopies(): Promise<void>;
}

/**
 * Who is signed in here. The access token lives in memory, the refresh token in a cookie that no
 * script can read; tabs refresh one after the other. Methods reject with `RequestProblem` (`code`,
 * `params`, `issues` by field) or `ConnectionLost`.
 *
 * When the session ends, by whoever's wish, the page is loaded anew: so whatever was made for one
 * person never meets another. A session that expired ends where it was, so that one comes back
 * there; who signs out, here or in another tab, leaves no address behind. What the server has as
 * well is forgotten either way; what is written and not sent stays in the browser for that person,
 * unless they signed out here themselves.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly browser = inject(Browser);
  private readonly remembered = new RememberedProfile(this.browser);
  private readonly anybody = new FetchRestClient(this.browser, null);
  private readonly now = signal<SessionState>('starting');
  private readonly profile = signal<Profile | null>(null);
  private readonly fresh = signal(false);
  private readonly localData = new Set<LocalData>();
  private starting: Promise<void> | null = null;

  readonly state = this.now.asReadonly();
  /** Me, with settings; null unless signed in. */
  readonly user = this.profile.asReadonly();
  /** The account was made here, a moment ago: what comes with it may still be on its way. */
  readonly isNew = this.fresh.asReadonly();
  readonly isSignedIn = computed(() => this.state() === 'signed-in');

  /** For sockets; everybody else calls `rest`. */
  readonly tokens = new AccessTokens(this.browser, () => this.refresh());
  /** On behalf of the person who is signed in. */
  readonly rest: RestClient = new FetchRestClient(this.browser, this.tokens);

  constructor() {
    this.tokens.onOver((how) => void this.hearOver(how));
  }

  /** Tries the cookie, once; resolves when `state` is no longer `starting`. Never rejects. */
  start(): Promise<void> {
    this.starting ??= this.comeBack();
    return this.starting;
  }

  async register(account: Register): Promise<void> {
    const signedIn = await this.anybody.request<SignedInBody>('POST', 'auth/register', {
      body: account,
    });
    this.fresh.set(true);
    this.enter(signedIn);
  }

  async logIn({ login, password }: Credentials): Promise<void> {
    const name = login.trim();
    const body = { [name.includes('@') ? 'email' : 'username']: name, password };
    this.enter(await this.anybody.request('POST', 'auth/login', { body }));
  }

  /**
   * Ends the session, forgets all local data and leaves for the front page. Rejects with
   * `UnsentMessages` while some are queued, or drafts; `logOutAnyway` gives them up.
   */
  async logOut(): Promise<void> {
    const count = [...this.localData].reduce((sum, data) => sum + data.unsentCount(), 0);
    if (count > 0) throw new UnsentMessages(count);
    await this.logOutAnyway();
  }

  /** Rejects with `ConnectionLost`: without the server the session would go on elsewhere. */
  async logOutAnyway(): Promise<void> {
    try {
      await this.rest.request('POST', 'auth/logout');
    } catch (error) {
      // The session may have ended by itself: then it is what was wished for.
      if (!(error instanceof RequestProblem && error.status === 401)) throw error;
    }
    this.tokens.sayOver('signed-out');
    await this.leave();
  }

  /** Whose data signing out has to forget. */
  keeps(data: LocalData): void {
    this.localData.add(data);
  }

  /** Name and settings of mine. */
  async updateProfile(patch: UserPatch): Promise<void> {
    const { id } = this.profile()!;
    this.know(await this.rest.request<Profile>('PUT', `users/${id}`, { body: patch }));
  }

  /** Another device has changed the profile: what is known here becomes what it is now. */
  async reread(): Promise<void> {
    const id = this.profile()?.id;
    if (!id) return;
    try {
      this.know(await this.rest.request<Profile>('GET', `users/${id}`));
    } catch (error) {
      // It stays as it was, until the tokens are refreshed at the latest.
      if (!isLineProblem(error)) throw error;
    }
  }

  /**
   * Who was here last goes on with what is kept here, as without a network, while the cookie is
   * tried: if it is refused, the session ends as any session does, see `refresh`.
   */
  private async comeBack(): Promise<void> {
    const known = this.remembered.read();
    if (known === 'none') {
      this.now.set('signed-out');
      return;
    }
    if (known === 'unknown') return this.tryCookie();
    this.tokens.expect(known.id);
    this.know(known);
    this.now.set('signed-in');
    // Without an answer, whoever needs a token asks again.
    this.tokens.fresh().catch(() => undefined);
  }

  private async tryCookie(): Promise<void> {
    try {
      await this.tokens.fresh();
      this.now.set('signed-in');
    } catch {
      // RequestProblem: the session is over. ConnectionLost: nobody knows whose it is.
      this.now.set('signed-out');
    }
  }

  private async refresh(): Promise<SignedInBody> {
    try {
      const signedIn = await this.anybody.request<SignedInBody>('POST', 'auth/refresh', {
        body: {},
      });
      const known = this.profile();
      this.know(signedIn.user);
      // Somebody else has signed in, in another tab: what is in memory is not theirs.
      if (known !== null && known.id !== signedIn.user.id) this.browser.reload();
      return signedIn;
    } catch (error) {
      // Refused for good, and not just out of reach: nobody is signed in here any more.
      if (isOver(error) && this.now() === 'signed-in') {
        this.tokens.sayOver('ended');
        void this.end();
      }
      if (isOver(error)) this.remembered.write(null);
      throw error;
    }
  }

  private enter(signedIn: SignedInBody): void {
    this.know(signedIn.user);
    this.tokens.take(signedIn);
    this.now.set('signed-in');
  }

  private know(profile: Profile): void {
    this.profile.set(profile);
    this.remembered.write(profile);
  }

  private hearOver(how: HowOver): Promise<void> {
    return how === 'ended' ? this.end() : this.leave();
  }

  /** It is over by itself: who signs in again goes on here. */
  private async end(): Promise<void> {
    this.close();
    await this.forget((data) => data.forgetCopies());
    this.browser.reload();
  }

  /** The person has signed out: whoever signs in next has no business at this address. */
  private async leave(): Promise<void> {
    this.close();
    await this.forget((data) => data.forget());
    this.browser.forgetTraces();
    this.browser.leave();
  }

  /**
   * Never rejects: the page has to go. A page without chats has nobody to ask, and a database may
   * refuse (InvalidStateError: a newer version has taken it over): then the browser does what it
   * can.
   */
  private async forget(ask: (data: LocalData) => Promise<void>): Promise<void> {
    const id = this.profile()?.id;
    const asked = await Promise.allSettled([...this.localData].map(ask));
    const isDone = asked.length > 0 && asked.every(({ status }) => status === 'fulfilled');
    if (!isDone && id !== undefined) this.browser.forgetCopies(id);
  }

  private close(): void {
    this.remembered.write(null);
    this.tokens.forget();
    this.now.set('signed-out');
  }
}

function isOver(error: unknown): boolean {
  return error instanceof RequestProblem && (error.status === 401 || error.status === 403);
}
