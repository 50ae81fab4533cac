/** What a log-in has given, as a program may keep it. `expiresAt`: ms since 1970. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/** Where requests have their token from. */
export interface TokenSource {
  /** One that is good for a moment yet. */
  fresh(): Promise<string>;
  /** Another one, after this was refused; undefined where there is no other. */
  renew(refused: string): Promise<string | undefined>;
}

/** A token that was made for a program, and is good until somebody ends it. */
export class FixedToken implements TokenSource {
  constructor(private readonly token: string) {}

  fresh(): Promise<string> {
    return Promise.resolve(this.token);
  }

  renew(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** Ms before its end from which on a token counts as spent: a request takes its time. */
const MARGIN_MS = 30_000;

/** How tokens are exchanged for the next ones, and who is told of those. */
export interface TokenExchange {
  readonly exchange: (refreshToken: string) => Promise<Tokens>;
  readonly onTokens: (tokens: Tokens) => unknown;
}

/** The short-lived token of a log-in, exchanged in time. However many ask, it is exchanged once. */
export class RefreshedTokens implements TokenSource {
  private exchanging: Promise<string> | undefined;

  constructor(
    private tokens: Tokens,
    private readonly deps: TokenExchange,
  ) {}

  fresh(): Promise<string> {
    const { accessToken, expiresAt } = this.tokens;
    if (expiresAt - Date.now() > MARGIN_MS) return Promise.resolve(accessToken);
    return this.renew(accessToken);
  }

  renew(refused: string): Promise<string> {
    if (this.tokens.accessToken !== refused) return Promise.resolve(this.tokens.accessToken);
    this.exchanging ??= this.exchange().finally(() => (this.exchanging = undefined));
    return this.exchanging;
  }

  private async exchange(): Promise<string> {
    this.tokens = await this.deps.exchange(this.tokens.refreshToken);
    await this.deps.onTokens(this.tokens);
    return this.tokens.accessToken;
  }
}
