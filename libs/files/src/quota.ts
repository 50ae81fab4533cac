import { problem, type UserId } from '@app/contracts';
import { Clock, CONFIG, LiveSettings, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { FileTotalsRepository, type TotalOf } from './file-totals.repository.js';

/** No document of this many bytes can be stored. */
const noLimit = Number.MAX_SAFE_INTEGER;

/** How much a person, and all together, may keep. */
@Injectable()
export class Quota {
  constructor(
    private readonly totals: FileTotalsRepository,
    private readonly clock: Clock,
    private readonly settings: LiveSettings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Bytes of one file. */
  get maxFileBytes(): number {
    const { files, scan } = this.config;
    const { maxFileBytes } = this.settings.now;
    return Math.min(
      files.maxBytes,
      scan?.maxBytes ?? files.maxBytes,
      maxFileBytes ?? files.maxBytes,
    );
  }

  /** Bytes of one person; null: no limit. What is set is never above the server's. */
  get limitBytes(): number | null {
    const { userQuota } = this.config.files;
    const { userQuotaBytes } = this.settings.now;
    const least = Math.min(userQuota || noLimit, userQuotaBytes ?? noLimit);
    return least === noLimit ? null : least;
  }

  /** Bytes of all together; null: no limit. */
  get workspaceLimitBytes(): number | null {
    return this.config.files.workspaceQuota || null;
  }

  usedByAll(): Promise<number> {
    return this.totals.of('workspace');
  }

  usedBy(userId: UserId): Promise<number> {
    return this.totals.of(userId);
  }

  /**
   * Before anything of a file is read: refuses what would surely be too much. Throws
   * `payload_too_large`, `quota_exceeded`.
   */
  async check(userId: UserId, bytes: number): Promise<void> {
    if (bytes > this.maxFileBytes) throw problem('payload_too_large');
    for (const [whose, limitBytes] of this.#limitsOf(userId)) {
      // Two at most.
      const used = await this.totals.of(whose);
      if (used + bytes > limitBytes) throw problem('quota_exceeded', { limitBytes });
    }
  }

  /** Counts bytes that are kept from now on. Throws `quota_exceeded`; then none is counted. */
  async take(userId: UserId, bytes: number): Promise<void> {
    const taken: TotalOf[] = [];
    for (const [whose, limitBytes] of this.#limitsOf(userId)) {
      if (await this.totals.add(whose, bytes, limitBytes, this.clock.now())) {
        taken.push(whose);
        continue;
      }
      await Promise.all(taken.map((one) => this.totals.subtract(one, bytes, this.clock.now())));
      throw problem('quota_exceeded', { limitBytes });
    }
  }

  async giveBack(userId: UserId, bytes: number): Promise<void> {
    const now = this.clock.now();
    for (const [whose] of this.#limitsOf(userId)) await this.totals.subtract(whose, bytes, now);
  }

  #limitsOf(userId: UserId): readonly (readonly [TotalOf, number])[] {
    return [
      [userId, this.limitBytes ?? noLimit],
      ['workspace', this.workspaceLimitBytes ?? noLimit],
    ];
  }
}
