import { CONFIG, isKnownOrigin, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

const REFRESH_COOKIE = 'parley_refresh';

/** The header and the word by which our web app names itself. */
export const CLIENT_HEADER = 'x-parley-client';
const WEB = 'web';

/** Where browsers keep the refresh token: a cookie that no script can read. */
@Injectable()
export class RefreshCookie {
  readonly #options: CookieOptions;
  readonly #maxAgeMs: number;

  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'clientOrigins' | 'isProduction' | 'refreshTtl'>,
  ) {
    // Strict: no other site can make a browser send it. The path: no other route ever sees it.
    this.#options = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/auth',
      secure: config.isProduction,
    };
    this.#maxAgeMs = config.refreshTtl * 1000;
  }

  /** Whether the client wants its token in the cookie; others have it in the bodies. */
  isFor({ headers }: Request): boolean {
    return headers[CLIENT_HEADER] === WEB;
  }

  /**
   * Undefined where there is none, and for a page of another origin: `SameSite` keeps other sites
   * out, but not another port of this host.
   */
  read({ headers }: Request): string | undefined {
    if (!isKnownOrigin(headers.origin, headers.host, this.config)) return undefined;
    return parseCookie(headers.cookie ?? '')[REFRESH_COOKIE];
  }

  write(response: Response, refreshToken: string): void {
    response.cookie(REFRESH_COOKIE, refreshToken, { ...this.#options, maxAge: this.#maxAgeMs });
  }

  clear(response: Response): void {
    response.clearCookie(REFRESH_COOKIE, this.#options);
  }
}
