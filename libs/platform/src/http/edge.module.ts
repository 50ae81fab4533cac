import { Module } from '@nestjs/common';
import { APP_VERSION, appVersion } from './app-version.js';
import { AboutController } from './about.controller.js';
import { SilentConnections } from './silent-connections.js';

/** What every app with a REST edge answers itself; `startEdgeApp` brings it. */
@Module({
  controllers: [AboutController],
  providers: [{ provide: APP_VERSION, useFactory: () => appVersion() }, SilentConnections],
})
export class EdgeModule {}
