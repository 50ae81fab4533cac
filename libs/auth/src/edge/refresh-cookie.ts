import { CONFIG, type Config } from '@app/platform';
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

  constructor(@Inject(CONFIG) config: Pick<Config, 'isProduction' | 'refreshTtl'>) {
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

  read({ headers }: Request): string | undefined {
    return parseCookie(headers.cookie ?? '')[REFRESH_COOKIE];
  }

  write(response: Response, refreshToken: string): void {
    response.cookie(REFRESH_COOKIE, refreshToken, { ...this.#options, maxAge: this.#maxAgeMs });
  }

  clear(response: Response): void {
    response.clearCookie(REFRESH_COOKIE, this.#options);
  }
}
