import { CallsApi } from '@app/contracts';
import { provideApi } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { CallAdmission } from './call-admission.js';
import { CallClaimsRepository } from './call-claims.repository.js';
import { CallClock } from './call-clock.js';
import { CallDesk } from './call-desk.js';
import { CallEntriesRepository } from './call-entries.repository.js';
import { CallEvictions } from './call-evictions.js';
import { CallLogbook } from './call-logbook.js';
import { CallStart } from './call-start.js';
import { CallsRepository } from './calls.repository.js';
import { CallsService } from './calls.service.js';

/** Global, since other modules know the port and must not know who brings it. */
@Global()
@Module({
  providers: [
    CallAdmission,
    CallClaimsRepository,
    CallClock,
    CallDesk,
    CallEntriesRepository,
    CallEvictions,
    CallLogbook,
    CallStart,
    CallsRepository,
    ...provideApi(CallsApi, CallsService),
  ],
  exports: [CallsApi],
})
export class CallsModule {}
