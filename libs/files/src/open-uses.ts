import { ChatLogApi } from '@app/contracts';
import { Clock, defineJob, JobQueue } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { asModule } from './as-module.js';
import { FileRemoval } from './file-removal.js';
import type { FileUse } from './file.js';
import { FilesRepository } from './files.repository.js';
import { waitedSince } from './waiting-time.js';

const hourMs = 3_600_000;

/** Uses that one search settles; what is left waits for the next one. */
const atOnce = 500;

/** Looks for what is held by messages that were never stored. */
export const settleUses = defineJob('files.settle-uses', z.strictObject({}));

/**
 * A file is held before its message is stored. Whether that came to pass is asked once, a day
 * later; what no message has is let go of.
 */
@Injectable()
export class OpenUses implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly files: FilesRepository,
    private readonly removal: FileRemoval,
    private readonly log: ChatLogApi,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(settleUses, () => this.settle());
    this.jobs.every(settleUses, {}, { everyMs: hourMs, offsetMs: hourMs / 2 });
  }

  async settle(): Promise<void> {
    const uses = await this.files.openUses(waitedSince(this.clock.now()), atOnce);
    const messageIds = [...new Set(uses.map(({ messageId }) => messageId))];
    const { items } = await this.log.holding(asModule, { messageIds });
    const held = new Set(items.flatMap((one) => one.fileIds.map((id) => `${one.messageId}:${id}`)));
    const isHeld = ({ messageId, fileId }: FileUse) => held.has(`${messageId}:${fileId}`);
    await this.files.settleUses(uses.filter(isHeld));
    for (const use of uses) if (!isHeld(use)) await this.removal.releaseOne(use);
  }
}
