import { Global, Module } from '@nestjs/common';
import { JobOperations } from '../jobs/job-operations.js';
import { ProcessReporter } from '../processes/process-reporter.js';
import { FactMetrics } from '../telemetry/fact-metrics.js';
import { MetricsController } from '../telemetry/metrics.controller.js';
import { Metrics } from '../telemetry/metrics.js';
import { RealtimeTotals } from '../telemetry/realtime-totals.js';
import { DatabaseHealth } from './database-health.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';

/** What an operator sees of a process: `/health/live`, `/health/ready`, `/metrics`. */
@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [
    Metrics,
    Readiness,
    DatabaseHealth,
    FactMetrics,
    JobOperations,
    ProcessReporter,
    RealtimeTotals,
  ],
  exports: [Metrics, ProcessReporter, Readiness],
})
export class OperationsModule {}
