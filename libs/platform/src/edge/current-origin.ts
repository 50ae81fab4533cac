import type { Origin } from '@app/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { addressOf } from '../http/caller.js';

/** From where a request comes, for the audit log: cut to what is stored, never refused. */
export const CurrentOrigin = createParamDecorator((_: unknown, context: ExecutionContext): Origin =>
  originOf(context.switchToHttp().getRequest<Request>()),
);

function originOf(request: Request): Origin {
  return {
    address: addressOf(request).slice(0, 64),
    userAgent: (request.get('user-agent') ?? '').slice(0, 512),
    requestId: request.id as string,
  };
}
