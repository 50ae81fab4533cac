import type { ImportRefusal } from '@app/contracts';

/** What is wrong with a whole source. */
export type RefusalReason = ImportRefusal['reason'];

/** Where in it: the name of an entry, and the line there, from 1. */
export type RefusalPlace = Pick<ImportRefusal, 'file' | 'line'>;

/** Names come from strangers: no more of one is repeated. */
const mostOfName = 200;

/** A source that cannot be read: nothing more of it comes in, and trying again is of no use. */
export class SourceRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    private readonly place: RefusalPlace = {},
  ) {
    super(`The source is refused: ${reason}`);
  }

  toRefusal(): ImportRefusal {
    const { file, line } = this.place;
    return {
      reason: this.reason,
      ...(file !== undefined && { file: file.slice(0, mostOfName).toWellFormed() }),
      ...(line !== undefined && { line }),
    };
  }
}
