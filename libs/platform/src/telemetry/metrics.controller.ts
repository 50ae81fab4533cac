import { timingSafeEqual } from 'node:crypto';
import { problem } from '@app/contracts';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { CONFIG, type Config } from '../config/config.js';
import { isFromThisMachine } from '../http/caller.js';
import { Metrics } from './metrics.js';

/**
 * For a scraper on the same machine (or in the same pod), or one that shows the token
 * (`PARLEY_METRICS_TOKEN`): the numbers tell an attacker when an attack works. Others get
 * `not_found`, as if there were nothing.
 */
@Controller('metrics')
@ApiExcludeController()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Pick<Config, 'metricsToken'>,
  ) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  text(@Req() request: Request): Promise<string> {
    if (!isFromThisMachine(request) && !showsToken(request, this.config.metricsToken))
      throw problem('not_found');
    return this.metrics.text();
  }
}

function showsToken({ headers }: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const [shown, expected] = [headers.authorization ?? '', `Bearer ${token}`].map((text) =>
    Buffer.from(text),
  );
  return shown!.length === expected!.length && timingSafeEqual(shown!, expected!);
}
