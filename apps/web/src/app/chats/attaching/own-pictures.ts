import { Injectable, signal } from '@angular/core';
import type { FileId } from '@app/contracts';

/** A picture that was sent from here, as this browser has it. Px as it is shown: upright. */
export interface OwnPicture {
  readonly content: Blob;
  readonly width?: number;
  readonly height?: number;
}

/** Those that were sent before had their previews long ago. */
const MOST = 40;

/**
 * Pictures that were sent from this page. The server needs a moment to know how large one is, and
 * to have a preview of it: until then its message goes on showing what was shown on its way.
 */
@Injectable({ providedIn: 'root' })
export class OwnPictures {
  private readonly known = signal<ReadonlyMap<FileId, OwnPicture>>(new Map());

  of(id: FileId): OwnPicture | undefined {
    return this.known().get(id);
  }

  keep(id: FileId, picture: OwnPicture): void {
    if (this.known().has(id)) return;
    this.known.update((before) => new Map([...before, [id, picture] as const].slice(-MOST)));
  }
}
