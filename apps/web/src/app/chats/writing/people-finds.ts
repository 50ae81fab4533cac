import { fold, type User, type UserPage } from '@app/contracts';
import type { Asked } from '@app/web-ui';

/** Keys in a row are one question. */
const PAUSE_MS = 200;
/** Where there are too many for one answer, the next one is better asked of most of the name. */
const LATER_PAUSE_MS = 800;

/**
 * Whom only the server knows, for a word that is written key by key: asked when the person pauses,
 * one question at a time, and nothing that a former answer to this word has told already.
 */
export class PeopleFinds {
  private found: readonly User[] = [];
  /** `Map<folded question, whether the answer had all who fit>`. */
  private readonly answers = new Map<string, boolean>();
  private underWay: Promise<void> | null = null;
  private from = -1;
  private turn = 0;

  constructor(private readonly ask: (query: string) => Promise<UserPage>) {}

  /** Those who were found for the word so far, whether they still fit or not. */
  get people(): readonly User[] {
    return this.found;
  }

  /**
   * Another key. Resolves when whoever there is has been found, or another key has come. Rejects as
   * `ask` does. `isEnough`: nobody else is needed. `waits`: it takes a while.
   */
  async look({ query, from }: Asked, isEnough: () => boolean, waits: () => void): Promise<void> {
    const turn = ++this.turn;
    if (query === '' || from !== this.from) this.begin(from);
    const isOver = (): boolean =>
      turn !== this.turn || query === '' || isEnough() || this.hasAll(fold(query));
    if (isOver()) return;
    waits();
    await this.underWay;
    if (isOver()) return;
    await pause(this.answers.size === 0 ? PAUSE_MS : LATER_PAUSE_MS);
    if (isOver()) return;
    this.underWay = this.learn(query).finally(() => (this.underWay = null));
    await this.underWay;
  }

  /** Another word: since the last one, others may have come. */
  private begin(from: number): void {
    this.from = from;
    this.found = [];
    this.answers.clear();
  }

  /** Whoever fits more letters fits fewer, too. */
  private hasAll(wanted: string): boolean {
    return [...this.answers].some(([asked, isWhole]) =>
      isWhole ? wanted.startsWith(asked) : wanted === asked,
    );
  }

  private async learn(query: string): Promise<void> {
    const { items, page } = await this.ask(query);
    const known = new Set(this.found.map(({ id }) => id));
    this.found = [...this.found, ...items.filter(({ id }) => !known.has(id))];
    this.answers.set(fold(query), page.nextCursor === null);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
