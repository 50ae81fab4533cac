/**
 * What the sockets of this process amount to, for telemetry to read when it is scraped: a plain
 * number each, so that counting costs nothing on the hot path.
 */
export class RealtimeMetrics {
  /** Sockets that are signed in now. */
  sockets = 0;
  /** Frames handed to sockets for broadcasts, so far. */
  deliveries = 0;
  /** Readers that were cut off because they lagged, so far. */
  slowReaders = 0;
  /** Events that clients sent and that were let through, so far. */
  events = 0;
  /** Events answered with a problem before a handler saw them, so far. */
  refusedEvents = 0;
  /** Handshakes that were refused, so far. */
  refusedHandshakes = 0;
}
