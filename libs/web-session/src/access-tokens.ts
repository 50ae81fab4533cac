import type { SignedInBody } from '@app/contracts';
import type { Browser, TabChannel } from './browser';

const LOCK = 'parley-refresh';
const CHANNEL = 'parley-session';

/** A token that lives shorter than this is renewed before it is used. */
const MARGIN_MS = 30_000;

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

/** The person has signed out, or the server has said that it is over. */
export type HowOver = 'signed-out' | 'ended';

/** Said to other tabs. */
type TabNews =
  | { readonly kind: 'renewed'; readonly userId: string; readonly token: Token }
  | { readonly kind: 'over'; readonly how: HowOver };

/** What gives tokens to those who call or connect; see `Session`. */
export abstract class TokenSource {
  /** A token that is good for at least half a minute. Rejects as `renew` does. */
  abstract fresh(): Promise<string>;

  /**
   * Another token than `spent`, which was refused or is about to end. Rejects with `RequestProblem`
   * `unauthenticated` when the session is over, with `ConnectionLost` when it cannot be told.
   */
  abstract renew(spent: string | null): Promise<string>;
}

/**
 * The access token, in memory only. One refresh at a time in this tab, and, by a lock, in all tabs
 * of the browser; who had to wait takes what the other tab got.
 */
export class AccessTokens implements TokenSource {
  private token: Token | null = null;
  private renewing: Promise<string> | null = null;
  private userId: string | null = null;
  private readonly channel: TabChannel;
  private whenOver: (how: HowOver) => void = () => undefined;

  /** `refresh`: spends the cookie for a new pair. */
  constructor(
    private readonly browser: Browser,
    private readonly refresh: () => Promise<SignedInBody>,
  ) {
    this.channel = browser.channel(CHANNEL);
    this.channel.listen((news) => this.hear(news as TabNews));
  }

  /** Calls back when another tab signs out, or learns that the session is over. */
  onOver(listener: (how: HowOver) => void): void {
    this.whenOver = listener;
  }

  take({ accessToken, expiresIn, user }: SignedInBody): void {
    const token = { value: accessToken, expiresAt: this.browser.now() + expiresIn * 1000 };
    this.token = token;
    this.userId = user.id;
    this.channel.post({ kind: 'renewed', userId: user.id, token } satisfies TabNews);
  }

  /** Whose tokens of other tabs are welcome, before there is one here. */
  expect(userId: string): void {
    this.userId = userId;
  }

  forget(): void {
    this.token = null;
  }

  /** Tells the other tabs that the session is over. */
  sayOver(how: HowOver): void {
    this.channel.post({ kind: 'over', how } satisfies TabNews);
  }

  async fresh(): Promise<string> {
    const left = (this.token?.expiresAt ?? 0) - this.browser.now();
    return this.token && left > MARGIN_MS
      ? this.token.value
      : this.renew(this.token?.value ?? null);
  }

  renew(spent: string | null): Promise<string> {
    const { token } = this;
    if (token && token.value !== spent) return Promise.resolve(token.value);
    this.renewing ??= this.browser
      .locked(LOCK, () => this.renewAlone(spent))
      .finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async renewAlone(spent: string | null): Promise<string> {
    // Another tab may have done it while this one waited for the lock.
    if (this.token && this.token.value !== spent) return this.token.value;
    const signedIn = await this.refresh();
    this.take(signedIn);
    return signedIn.accessToken;
  }

  private hear(news: TabNews): void {
    if (news.kind === 'over') this.whenOver(news.how);
    else if (news.userId === this.userId) this.token = news.token;
  }
}
