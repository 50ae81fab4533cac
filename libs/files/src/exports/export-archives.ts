import { anonymous, problem, UsersApi, type DataExport, type ExportArchive } from '@app/contracts';
import { Clock, CONFIG, SignedPaths, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Contents } from '../contents.js';
import type { ReadableFile } from '../file-transfers.js';
import { StoragePort } from '../storage/storage-port.js';
import type { KeptArchive, StoredExport } from './export.js';

const mime = 'application/zip';

/** How long a link past our servers is good, in s: as long as it takes to follow it. */
const directSeconds = 60;

/** Exports as others see them: what came of one, a link to it, and its bytes. */
@Injectable()
export class ExportArchives {
  constructor(
    private readonly contents: Contents,
    private readonly storage: StoragePort,
    private readonly paths: SignedPaths,
    private readonly users: UsersApi,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  view({ id, state, createdAt, endedAt, expiresAt, archive }: StoredExport): DataExport {
    return {
      ...{ id, state, createdAt },
      ...(endedAt !== undefined && { endedAt }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(archive && { archive: this.#linked(id, archive) }),
    };
  }

  /**
   * A link cannot be taken back, and one that was given before somebody was suspended would open
   * all that they could read. Throws `forbidden`.
   */
  async mustOpenByLink({ actor: { userId } }: StoredExport): Promise<void> {
    const owner = await this.users.profile({ ...anonymous, userId }, { userId });
    if (owner.isDeactivated) throw problem('forbidden');
  }

  /** `begun`: somebody takes it from its beginning. */
  readable(
    { createdAt }: StoredExport,
    { sha256, sizeBytes }: KeptArchive,
    begun: () => Promise<void>,
  ): ReadableFile {
    const name = `parley-${createdAt.slice(0, 10)}.zip`;
    return {
      ...{ name, mime, size: sizeBytes, sha256, isInline: false },
      read: async (range) => {
        if (!range || range.start === 0) await begun();
        return this.contents.open(sha256, range);
      },
      linkFor: async (disposition) => {
        const about = { disposition, mime, lifeSeconds: directSeconds };
        const link = await this.storage.linkTo(sha256, about);
        if (link !== undefined) await begun();
        return link;
      },
    };
  }

  #linked(id: string, { sha256, sizeBytes, leftOut }: KeptArchive): ExportArchive {
    const { linkSeconds } = this.config.files;
    const linkEndsAt = new Date(this.clock.now().getTime() + linkSeconds * 1000).toISOString();
    const url = this.paths.sign(`/api/users/me/export/${id}`, linkSeconds);
    return { url, linkEndsAt, size: sizeBytes, sha256, leftOut };
  }
}
