import { problem } from '@app/contracts';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { isFromThisMachine } from '../http/caller.js';
import { Metrics } from './metrics.js';

/**
 * For a scraper on the same machine (or in the same pod): the numbers tell an attacker when an
 * attack works, and a scraper carries no token. Others get `not_found`, as if there were nothing.
 */
@Controller('metrics')
@ApiExcludeController()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  text(@Req() request: Request): Promise<string> {
    if (!isFromThisMachine(request)) throw problem('not_found');
    return this.metrics.text();
  }
}
