import { Injectable } from '@nestjs/common';
import { RealtimeMetrics } from '../realtime/realtime-metrics.js';
import { Metrics } from './metrics.js';

/** Serves what the sockets count: see `RealtimeMetrics`. */
@Injectable()
export class RealtimeTotals {
  constructor(metrics: Metrics, realtime: RealtimeMetrics) {
    metrics.gauge(
      { name: 'parley_sockets', help: 'Sockets that are signed in now.' },
      () => realtime.sockets,
    );
    metrics.total(
      { name: 'parley_fanout_deliveries_total', help: 'Frames handed to sockets for broadcasts.' },
      () => realtime.deliveries,
    );
    metrics.total(
      { name: 'parley_slow_readers_total', help: 'Readers cut off because they lagged.' },
      () => realtime.slowReaders,
    );
    metrics.total(
      { name: 'parley_socket_events_total', help: 'Events of clients that were let through.' },
      () => realtime.events,
    );
    metrics.total(
      { name: 'parley_socket_events_refused_total', help: 'Events refused before any handler.' },
      () => realtime.refusedEvents,
    );
    metrics.total(
      { name: 'parley_handshakes_refused_total', help: 'Handshakes that were refused.' },
      () => realtime.refusedHandshakes,
    );
  }
}
