import { Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { Database } from '../mongo/database.js';
import { Readiness } from './readiness.js';

/** Not ready while the database does not answer, in a process that has one. */
@Injectable()
export class DatabaseHealth implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    @Optional() private readonly database?: Database,
  ) {}

  onModuleInit(): void {
    const { database } = this;
    if (database === undefined) return;
    this.readiness.addCheck('database', async () => {
      if (!(await database.isHealthy())) throw new Error('No answer');
    });
  }
}
