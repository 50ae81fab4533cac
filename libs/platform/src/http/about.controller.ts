import { PublicConfig, Version } from '@app/contracts';
import { Get, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { EdgeController } from '../edge/edge-controller.js';
import { Public } from '../edge/public-route.js';
import { Route } from '../edge/route.js';
import { APP_VERSION } from './app-version.js';

/** What a client asks before anybody signs in. */
@EdgeController('', 'What this server is, before anybody signs in.')
export class AboutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(APP_VERSION) private readonly appVersion: string,
  ) {}

  @Get('config')
  @Public()
  @Route({ summary: 'Read what a client must know first', problems: [], ok: PublicConfig })
  publicConfig(): PublicConfig {
    const { name, editWindow } = this.config;
    return { name, editWindow, maxMessageLength: 8000 };
  }

  @Get('version')
  @Public()
  @Route({ summary: 'Read the version of the server', problems: [], ok: Version })
  version(): Version {
    return { version: this.appVersion };
  }
}
