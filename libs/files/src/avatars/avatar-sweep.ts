import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { waitedSince } from '../waiting-time.js';
import { AvatarOwners } from './avatar-owners.js';
import { AvatarRecords } from './avatar-records.js';
import { AvatarsRepository } from './avatars.repository.js';

const hourMs = 3_600_000;

/** As many as their owners are asked about at once. */
const atOnce = 100;

/** Looks for avatars that are nobody's. */
export const sweepAvatars = defineJob('files.sweep-avatars', z.strictObject({}));

/**
 * Removes avatars that nobody has: whoever kept one died before it was given, or before the former
 * one was let go of. Found by asking the owners, so that nothing is forgotten.
 */
@Injectable()
export class AvatarSweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly avatars: AvatarsRepository,
    private readonly owners: AvatarOwners,
    private readonly records: AvatarRecords,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sweepAvatars, (_, { signal }) => this.sweep(signal));
    this.jobs.every(sweepAvatars, {}, { everyMs: 24 * hourMs, offsetMs: 5 * hourMs });
  }

  async sweep(signal: AbortSignal): Promise<void> {
    const before = waitedSince(this.clock.now());
    for (let after = '', isAll = false; !isAll && !signal.aborted;) {
      const page = await this.avatars.olderThan(before, { after, limit: atOnce });
      for (const { key } of await this.owners.unclaimed(page)) await this.records.release(key);
      after = page.at(-1)?.key ?? after;
      isAll = page.length < atOnce;
    }
  }
}
