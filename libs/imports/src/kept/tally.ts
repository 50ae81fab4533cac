import type { ImportCounts, ImportNote, ImportNoteReason } from '@app/contracts';
import type { NoteTaker } from '../source/import-source.js';

export const noCounts: ImportCounts = {
  matchedPeople: 0,
  placeholders: 0,
  chats: 0,
  messages: 0,
  reactions: 0,
  files: 0,
};

const fewExamples = 10;
/** Who has no account: this is what somebody may do something about. */
const manyExamples = 100;
const exampleLength = 200;

/** What was counted and noted. */
export interface Counted {
  readonly counts: ImportCounts;
  readonly notes: readonly ImportNote[];
}

/** Counts what comes in, and notes what does not: a bounded report of anything. */
export class Tally implements Counted {
  readonly #counts = { ...noCounts };
  readonly #notes = new Map<ImportNoteReason, { count: number; examples: string[] }>();

  readonly note: NoteTaker = (reason, example, count = 1) => {
    const noted = this.#notes.get(reason) ?? { count: 0, examples: [] };
    this.#notes.set(reason, noted);
    noted.count += count;
    const most = reason === 'placeholder' ? manyExamples : fewExamples;
    const shown = example.slice(0, exampleLength).toWellFormed();
    if (noted.examples.length < most && !noted.examples.includes(shown)) noted.examples.push(shown);
  };

  count(what: keyof ImportCounts, by = 1): void {
    this.#counts[what] += by;
  }

  /** What another one has counted. */
  add({ counts, notes }: Counted): void {
    for (const [what, by] of Object.entries(counts)) this.count(what as keyof ImportCounts, by);
    for (const { reason, count, examples } of notes) {
      for (const example of examples) this.note(reason, example, 0);
      this.note(reason, examples[0] ?? '', count);
    }
  }

  get counts(): ImportCounts {
    return { ...this.#counts };
  }

  get notes(): ImportNote[] {
    return [...this.#notes].map(([reason, { count, examples }]) => ({
      reason,
      count,
      examples: [...examples],
    }));
  }
}
