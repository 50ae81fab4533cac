import { hostname } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { ProcessLoads, ServiceBreaker } from '@app/contracts';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Readiness } from '../health/readiness.js';
import { appVersion } from '../http/app-version.js';
import { Replicas } from '../replicas/replicas.js';
import { ProcessRegistry, type ProcessReport } from './process-registry.js';

/** The injection token of what the app of this process is called: `string`. */
export const APP_NAME = Symbol('APP_NAME');

/** Says how this process is. Modules add what they know of it. */
@Injectable()
export class ProcessReporter implements OnApplicationBootstrap {
  readonly #startedAt = new Date(performance.timeOrigin).toISOString();
  readonly #version = appVersion();
  readonly #loads = new Map<keyof ProcessLoads, () => number>();
  readonly #breakers = new Map<string, () => ServiceBreaker['state']>();

  constructor(
    @Inject(APP_NAME) private readonly app: string,
    private readonly registry: ProcessRegistry,
    private readonly readiness: Readiness,
    private readonly replicas: Replicas,
  ) {}

  /** What it has to carry, read when it is told. */
  addLoad(name: keyof ProcessLoads, read: () => number): void {
    this.#loads.set(name, read);
  }

  /** What it thinks of a service that others serve. */
  addBreaker(service: string, read: () => ServiceBreaker['state']): void {
    this.#breakers.set(service, read);
  }

  /** When everything has started. */
  onApplicationBootstrap(): void {
    this.registry.announce({
      id: this.replicas.own,
      look: () => this.#look(),
      hear: (isToDrain) => void this.readiness.pause(isToDrain),
    });
  }

  async #look(): Promise<ProcessReport> {
    const { status, checks } = await this.readiness.health();
    return {
      id: this.replicas.own,
      app: this.app,
      version: this.#version,
      host: hostname(),
      pid: process.pid,
      startedAt: this.#startedAt,
      status,
      checks,
      breakers: [...this.#breakers].map(([service, read]) => ({ service, state: read() })),
      loads: Object.fromEntries([...this.#loads].map(([name, read]) => [name, read()])),
      memoryBytes: process.memoryUsage.rss(),
    };
  }
}
