import { isProblem, type SignedIn, type SignedInBody } from '@app/contracts';
import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, tap, type Observable } from 'rxjs';
import { CLIENT_HEADER, RefreshCookie } from './refresh-cookie.js';

/** Of routes that sign in: for web clients, moves the refresh token from the body to the cookie. */
@Injectable()
export class TokenToCookie implements NestInterceptor {
  constructor(private readonly cookie: RefreshCookie) {}

  intercept(context: ExecutionContext, next: CallHandler<SignedIn>): Observable<SignedInBody> {
    const { request, response } = exchangeOf(context);
    if (!this.cookie.isFor(request)) return next.handle();
    return next.handle().pipe(
      map(({ refreshToken, ...body }) => {
        this.cookie.write(response, refreshToken);
        return body;
      }),
    );
  }
}

/**
 * Of the route that spends a token: takes it from the cookie where the body has none. Who keeps it
 * there gets the next one there as well, even without saying what it is: no script should ever see
 * it.
 */
@Injectable()
export class TokenFromCookie implements NestInterceptor {
  constructor(private readonly cookie: RefreshCookie) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { request, response } = exchangeOf(context);
    const body: unknown = request.body ?? {};
    request.body = body;
    const refreshToken = this.cookie.read(request);
    if (refreshToken === undefined || !isEmpty(body)) return next.handle();
    request.body = { refreshToken };
    request.headers[CLIENT_HEADER] = 'web';
    const error = (reason: unknown) => {
      // A cookie whose session is over would be sent, and refused, for ever.
      if (isProblem(reason, 'unauthenticated')) this.cookie.clear(response);
    };
    return next.handle().pipe(tap({ error }));
  }
}

/** Of the route that signs out: the web client's cookie goes, too. */
@Injectable()
export class NoMoreCookie implements NestInterceptor {
  constructor(private readonly cookie: RefreshCookie) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { request, response } = exchangeOf(context);
    if (!this.cookie.isFor(request)) return next.handle();
    return next.handle().pipe(tap(() => this.cookie.clear(response)));
  }
}

function exchangeOf(context: ExecutionContext): { request: Request; response: Response } {
  const http = context.switchToHttp();
  return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length === 0;
}
