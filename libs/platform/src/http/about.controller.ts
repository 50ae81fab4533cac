import { Version } from '@app/contracts';
import { Get, Inject } from '@nestjs/common';
import { EdgeController } from '../edge/edge-controller.js';
import { Public } from '../edge/public-route.js';
import { Route } from '../edge/route.js';
import { APP_VERSION } from './app-version.js';

/** What anybody may ask. */
@EdgeController('', 'What this server is, before anybody signs in.')
export class AboutController {
  constructor(@Inject(APP_VERSION) private readonly appVersion: string) {}

  @Get('version')
  @Public()
  @Route({ summary: 'Read the version of the server', problems: [], ok: Version })
  version(): Version {
    return { version: this.appVersion };
  }
}
