import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Readiness, type Health } from './readiness.js';

/**
 * What an orchestrator asks. Open to everybody, as load balancers carry no token: names of
 * dependencies and nothing else about them. Not part of the API, so not in its document.
 */
@Controller('health')
@ApiExcludeController()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** 200 as long as the process answers at all; if it does not: kill it. */
  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 while it should be given work, else 503. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const health = await this.readiness.health();
    response.status(health.status === 'ready' ? 200 : 503);
    return health;
  }
}
