import type { Actor } from '@app/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressOf } from './caller.js';
import { networkOf } from './network-of.js';
import { RequestLimits } from './request-limits.js';
import { markGuards, markHandler } from './server-timing.js';

/** Before the token is looked at, so that guessing tokens is limited too. Throws `rate_limited`. */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    markGuards(http.getResponse<Response>());
    await this.limits.take(context, 'address', networkOf(addressOf(request)));
    return true;
  }
}

/** After the token was looked at; lets pass who is not signed in. Throws `rate_limited`. */
@Injectable()
export class UserLimitGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const http = context.switchToHttp();
    const { actor } = http.getRequest<Request & { actor?: Actor }>();
    if (actor) await this.limits.take(context, 'user', actor.userId);
    markHandler(http.getResponse<Response>());
    return true;
  }
}
