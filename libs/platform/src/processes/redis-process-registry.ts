import { problem, type RequestBacklog } from '@app/contracts';
import type { Ticker } from '../clock/ticker.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import { requestBacklogsOf } from '../rpc/request-backlogs.js';
import {
  ProcessReport,
  type KnownProcess,
  type ProcessMember,
  type ProcessRegistry,
} from './process-registry.js';
import { processScript } from './process-script.js';

/** The clockwork of the registry, in ms. */
export interface ProcessTimes {
  /** How often a process says how it is. Default 3000. */
  readonly beatMs: number;
  /** Silent for longer, it is lost. Default 15,000. */
  readonly lostMs: number;
  /** Silent for longer, it is forgotten. Default 10 min. */
  readonly keptMs: number;
}

const defaultTimes: ProcessTimes = { beatMs: 3000, lostMs: 15_000, keptMs: 600_000 };

const keys = ['{processes}:seen', '{processes}:reports', '{processes}:draining'];

/** At most so many are known, the last heard of. */
const most = 500;

/** Processes that share a Redis: each says how it is, every few seconds. */
export class RedisProcessRegistry implements ProcessRegistry {
  readonly #times: ProcessTimes;
  #member: ProcessMember | undefined;
  #beating: Promise<void> | undefined;
  #stop: (() => void) | undefined;

  constructor(
    private readonly redis: RedisConnections,
    private readonly ticker: Ticker,
    times: Partial<ProcessTimes> = {},
  ) {
    this.#times = { ...defaultTimes, ...times };
  }

  announce(member: ProcessMember): void {
    this.#member = member;
    this.#stop = this.ticker.every(this.#times.beatMs, () => this.#beat());
    this.#beat();
  }

  async list(): Promise<KnownProcess[]> {
    const flat = await this.#asked('list');
    return flat.flatMap((json, i) =>
      i % 3 === 0 ? this.#knownOf(String(json), Number(flat[i + 1]), flat[i + 2] === 1) : [],
    );
  }

  backlogs(services: readonly string[]): Promise<RequestBacklog[]> {
    return requestBacklogsOf(this.redis.commands, services);
  }

  async drain(id: string, isToDrain: boolean): Promise<void> {
    const [outcome] = await this.#asked(isToDrain ? 'drain' : 'resume', id);
    if (outcome === 'not_found') throw problem('not_found');
    if (outcome === 'conflict') throw problem('conflict', { field: 'processId' });
  }

  async close(): Promise<void> {
    this.#stop?.();
    const member = this.#member;
    this.#member = undefined;
    await this.#beating;
    // Redis is away: it will be lost, and forgotten.
    if (member) await this.#run('leave', member.id).catch(() => undefined);
  }

  /** One after the other: the last word is the newest. */
  #beat(): void {
    this.#beating ??= this.#tell().finally(() => (this.#beating = undefined));
  }

  async #tell(): Promise<void> {
    try {
      const member = this.#member!;
      const report = await member.look();
      if (!this.#member) return;
      const [isToDrain] = await this.#run('beat', report.id, JSON.stringify(report));
      member.hear(isToDrain === 1);
    } catch {
      // Redis is away, which its connection says: the next beat is soon.
    }
  }

  /** Empty where another release tells what this one cannot read. */
  #knownOf(json: string, silentMs: number, isToDrain: boolean): KnownProcess[] {
    let told: unknown;
    try {
      told = JSON.parse(json);
    } catch {
      // Not written by us.
      return [];
    }
    const { data: report } = ProcessReport.safeParse(told);
    return report ? [{ report, silentMs, isLost: silentMs > this.#times.lostMs, isToDrain }] : [];
  }

  /** Throws `service_unavailable`. */
  async #asked(operation: string, ...args: readonly string[]) {
    try {
      return await this.#run(operation, ...args);
    } catch {
      // Redis is away, whatever it says.
      throw problem('service_unavailable', { service: 'redis' });
    }
  }

  async #run(operation: string, ...args: readonly string[]): Promise<(string | number)[]> {
    const { lostMs, keptMs } = this.#times;
    const all = [lostMs, keptMs, most, operation, ...args];
    return (await processScript.run(this.redis.commands, keys, all)) as (string | number)[];
  }
}
