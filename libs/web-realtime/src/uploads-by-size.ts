import type { FileId } from '@app/contracts';
import { ConnectionLost } from '@app/web-session';
import type { FileUploads, UploadWish } from './outbox-files';

/** Larger ones go on where they were broken off. */
export const RESUMED_FROM = 5_000_000;

/** Small files by one request; for large ones there is code of its own. */
export class UploadsBySize implements FileUploads {
  private loading: Promise<FileUploads> | null = null;

  constructor(
    private readonly small: FileUploads,
    private readonly load: () => Promise<FileUploads>,
  ) {}

  async upload(wish: UploadWish): Promise<FileId> {
    const isLarge = wish.content.size > RESUMED_FROM;
    return (isLarge ? await this.large() : this.small).upload(wish);
  }

  async giveUp(at: string): Promise<void> {
    await (await this.large()).giveUp(at);
  }

  private async large(): Promise<FileUploads> {
    try {
      return await (this.loading ??= this.load());
    } catch {
      // TypeError: its code did not come. The next try asks for it again.
      this.loading = null;
      throw new ConnectionLost();
    }
  }
}
