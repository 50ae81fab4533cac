import { problem } from '@app/contracts';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { ONLY_BY_TLS } from '../edge/only-by-tls.js';
import { isSecure } from './secure-transport.js';

/** Keeps the promise of `@OnlyByTls()`. Throws `insecure_transport`. */
@Injectable()
export class TlsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): true {
    const { isProduction, trustProxy } = this.config;
    if (!isProduction) return true;
    const places = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean | undefined>(ONLY_BY_TLS, places)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (!isSecure(request, trustProxy)) throw problem('insecure_transport');
    return true;
  }
}
