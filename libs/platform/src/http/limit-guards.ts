import type { Actor } from '@app/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { addressOf } from './caller.js';
import { networkOf } from './network-of.js';
import { RequestLimits } from './request-limits.js';

/** Before the token is looked at, so that guessing tokens is limited too. Throws `rate_limited`. */
@Injectable()
export class AddressLimitGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<Request>();
    await this.limits.take(context, 'address', networkOf(addressOf(request)));
    return true;
  }
}

/** After the token was looked at; lets pass who is not signed in. Throws `rate_limited`. */
@Injectable()
export class UserLimitGuard implements CanActivate {
  constructor(private readonly limits: RequestLimits) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { actor } = context.switchToHttp().getRequest<Request & { actor?: Actor }>();
    if (actor) await this.limits.take(context, 'user', actor.userId);
    return true;
  }
}
