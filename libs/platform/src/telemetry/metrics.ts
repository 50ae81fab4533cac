import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is said about a metric. `name` carries the unit: `parley_commit_duration_seconds`. */
export interface MetricOptions {
  readonly name: `parley_${string}`;
  /** One sentence, for whoever reads the graph. */
  readonly help: string;
  /** Few values each, never an id: every combination is a series that is kept for ever. */
  readonly labels?: readonly string[];
}

/** A value, and the labels it is for. */
export type Reading = Readonly<Record<string, string | number>> & { readonly value: number };

export interface HistogramOptions extends MetricOptions {
  /** Upper bounds, ascending, in the unit of the name. Default: `durationBuckets`. */
  readonly buckets?: readonly number[];
}

/** From half a millisecond to ten seconds. */
const durationBuckets: readonly number[] = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/**
 * The counters of this process, served at `/metrics` in Prometheus' text format. Asking twice for a
 * name gives the same metric, so that every class registers what it counts in its constructor.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  readonly #registry = new Registry();

  constructor() {
    // Memory, CPU, event-loop lag and garbage collection.
    // Lag is sampled every 100 ms (and so never reads less): a timer of 10 ms, the default, costs
    // more than all else that a server does while nobody speaks.
    collectDefaultMetrics({ register: this.#registry, eventLoopMonitoringPrecision: 100 });
  }

  counter({ name, help, labels = [] }: MetricOptions): Counter {
    return this.#once(
      name,
      () => new Counter({ name, help, labelNames: [...labels], registers: [this.#registry] }),
    );
  }

  histogram({ name, help, labels = [], buckets = durationBuckets }: HistogramOptions): Histogram {
    return this.#once(
      name,
      () =>
        new Histogram({
          name,
          help,
          labelNames: [...labels],
          buckets: [...buckets],
          registers: [this.#registry],
        }),
    );
  }

  /** A value that is read when somebody scrapes: free in between. The scrape waits for it. */
  gauge({ name, help }: MetricOptions, read: () => number | Promise<number>): Gauge {
    return this.#once(
      name,
      () =>
        new Gauge({
          name,
          help,
          registers: [this.#registry],
          async collect() {
            this.set(await read());
          },
        }),
    );
  }

  /** As `gauge`, one value for each set of labels. */
  gaugeOf(
    { name, help, labels = [] }: MetricOptions,
    read: () => readonly Reading[] | Promise<readonly Reading[]>,
  ): Gauge {
    return this.#once(
      name,
      () =>
        new Gauge({
          name,
          help,
          labelNames: [...labels],
          registers: [this.#registry],
          async collect() {
            for (const { value, ...labelled } of await read()) this.set(labelled, value);
          },
        }),
    );
  }

  /** A total that somebody else keeps as a plain number: for paths too hot for a counter. */
  total({ name, help }: MetricOptions, read: () => number): Counter {
    return this.#once(
      name,
      () =>
        new Counter({
          name,
          help,
          registers: [this.#registry],
          collect() {
            this.reset();
            this.inc(read());
          },
        }),
    );
  }

  /** The text format, version 0.0.4. */
  async text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Stops what the default metrics observe. */
  onApplicationShutdown(): void {
    this.#registry.clear();
  }

  #once<M>(name: string, make: () => M): M {
    return (this.#registry.getSingleMetric(name) as M | undefined) ?? make();
  }
}
