import type { Device } from '@app/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Where a request comes from, as far as it can be told: cut to what is stored, never refused. */
export const CurrentDevice = createParamDecorator((_: unknown, context: ExecutionContext): Device =>
  deviceOf(context.switchToHttp().getRequest<Request>()),
);

function deviceOf({ headers, ip = '' }: Request): Device {
  const userAgent = (headers['user-agent'] ?? '').slice(0, 512);
  // IPv4 in IPv6 is written as IPv4, so that a caller has one address.
  return { userAgent, address: ip.replace(/^::ffff:/, '').slice(0, 64) };
}
