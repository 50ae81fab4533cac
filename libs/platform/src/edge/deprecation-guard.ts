import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { ROUTE, type Deprecation, type RouteDocs } from './route.js';

/**
 * Tells callers of a route that goes: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and `Link`. A
 * guard, and the first one, so that what is refused says it, too. Lets everybody pass.
 */
@Injectable()
export class DeprecationGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): true {
    const docs = this.reflector.get<RouteDocs | undefined>(ROUTE, context.getHandler());
    const { deprecation } = docs ?? {};
    if (deprecation) {
      context.switchToHttp().getResponse<Response>().set(headersOf(deprecation));
    }
    return true;
  }
}

function headersOf({ since, sunset, see }: Deprecation): Record<string, string> {
  const links = [
    ...(see === undefined ? [] : [`<${see}>; rel="deprecation"`]),
    ...(see === undefined || sunset === undefined ? [] : [`<${see}>; rel="sunset"`]),
  ];
  return {
    Deprecation: `@${Date.parse(since) / 1000}`,
    ...(sunset !== undefined && { Sunset: new Date(sunset).toUTCString() }),
    ...(links.length > 0 && { Link: links.join(', ') }),
  };
}
