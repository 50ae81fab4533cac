/**
 * What became of the facts of this process, for telemetry to read when it is scraped: plain
 * numbers, so that counting costs nothing.
 */
export class FactTotals {
  /** Facts in memory whose handler has not run yet, now. */
  waiting = 0;
  /**
   * Facts that a module or a listener did not get, so far: it was too far behind, or Redis was away
   * when they were told. Of what a listener on Redis missed, only that it did is known: one.
   */
  lost = 0;
}
