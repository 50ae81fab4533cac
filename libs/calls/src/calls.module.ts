import { CallControlsApi, CallsApi, SfuApi } from '@app/contracts';
import { Clock, CONFIG, provideApi, Ticker } from '@app/platform';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CallAdmission } from './call-admission.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallClock } from './call-clock.js';
import { CallControlsService } from './call-controls.service.js';
import { CallDesk } from './call-desk.js';
import { CallDoors } from './call-doors.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallEvictions } from './call-evictions.js';
import { CallHerald } from './call-herald.js';
import { CallLogbook } from './call-logbook.js';
import { CallStart } from './call-start.js';
import { CallWays } from './call-ways.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';
import { mediaEngineFrom } from './media/media-engine-from.js';
import { MediaEngine } from './media/media-engine.js';
import { Placement } from './placement/placement.js';
import { CallRooms } from './room/call-rooms.js';
import { RoomMetrics } from './room/room-metrics.js';
import { SfuService } from './sfu.service.js';

/** Global, since other modules know the port and must not know who brings it. */
@Global()
@Module({
  providers: [
    { provide: MediaEngine, useFactory: mediaEngineFrom, inject: [CONFIG, Clock, Ticker] },
    CallAdmission,
    CallClaimsRepository,
    CallClock,
    CallDesk,
    CallDoors,
    CallEntriesRepository,
    CallEvictions,
    CallHerald,
    CallLogbook,
    CallRooms,
    CallStart,
    CallWays,
    CallsRepository,
    Placement,
    RoomMetrics,
    ...provideApi(CallControlsApi, CallControlsService),
    ...provideApi(CallsApi, CallsService),
    ...provideApi(SfuApi, SfuService),
  ],
  exports: [CallControlsApi, CallsApi, SfuApi],
})
export class CallsModule implements OnApplicationShutdown {
  constructor(private readonly media: MediaEngine) {}

  onApplicationShutdown(): Promise<void> {
    return this.media.close();
  }
}
