import { AuditApi } from '@app/contracts';
import type { Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Clock } from '../clock/clock.js';
import { Ticker } from '../clock/ticker.js';
import { Database } from '../mongo/database.js';
import { AuditOutbox } from './audit-outbox.js';

/**
 * The outbox of a module, in its `providers`: `provideOutbox('auth')`. Its app has an `AuditApi`,
 * of which it is no matter when it is made: the log knows modules that write into it.
 */
export function provideOutbox(module: string): Provider {
  return {
    provide: AuditOutbox,
    useFactory: async (database: Database, clock: Clock, ticker: Ticker, modules: ModuleRef) => {
      // Only where it is used: a gateway loads no database driver.
      const { DeedsRepository } = await import('./deeds.repository.js');
      const deeds = new DeedsRepository(database, module);
      const log = () => modules.get(AuditApi, { strict: false });
      return new AuditOutbox(module, { deeds, clock, ticker, log });
    },
    inject: [Database, Clock, Ticker, ModuleRef],
  };
}
