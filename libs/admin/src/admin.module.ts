import { AdminApi, AuditApi } from '@app/contracts';
import { provideApi, provideOutbox } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit/audit-log.js';
import { AuditService } from './audit/audit.service.js';
import { EntriesRepository } from './audit/entries.repository.js';
import { AdminService } from './people/admin.service.js';
import { PermissionGate } from './permission-gate.js';

/** Global, since other modules know its ports and must not know who brings them. */
@Global()
@Module({
  providers: [
    AuditLog,
    EntriesRepository,
    PermissionGate,
    provideOutbox('admin'),
    ...provideApi(AdminApi, AdminService),
    ...provideApi(AuditApi, AuditService),
  ],
  exports: [AdminApi, AuditApi],
})
export class AdminModule {}
