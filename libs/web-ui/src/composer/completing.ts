import { computed, signal, type Signal } from '@angular/core';
import { askedAt, type Asked, type Completer, type Completion } from './completion';

interface Offer {
  readonly asked: Asked;
  readonly items: readonly Completion[];
  readonly active: number;
}

/**
 * What is offered while one writes, and the keys of it: arrows choose, Enter and Tab take, Esc
 * declines until the next word. `take` puts the choice where the word stands.
 */
export class Completing {
  private readonly offer = signal<Offer | null>(null);
  private turn = 0;
  private declinedAt = -1;

  readonly items = computed(() => this.offer()?.items ?? []);
  readonly active = computed(() => this.offer()?.active ?? 0);

  constructor(
    private readonly completer: Signal<Completer | null>,
    private readonly take: (asked: Asked, completion: Completion) => void,
  ) {}

  /** The text or the cursor has moved. */
  async look(value: string, cursor: number): Promise<void> {
    const turn = ++this.turn;
    const asked = askedAt(value, cursor);
    const complete = this.completer();
    if (asked?.from !== this.declinedAt) this.declinedAt = -1;
    if (!asked || !complete || this.declinedAt >= 0) {
      this.close();
      return;
    }
    // Another key was pressed meanwhile: its answer counts.
    const isOver = (): boolean => turn !== this.turn;
    const soFar = (some: readonly Completion[]): void => {
      if (!isOver() && !asked.isClosed) this.show(asked, some);
    };
    const items = await complete(asked, soFar);
    if (isOver()) return;
    const [only] = items;
    if (asked.isClosed) this.close();
    if (asked.isClosed && only) this.take(asked, only);
    if (!asked.isClosed) this.show(asked, items);
  }

  /** True: the key was for the list. */
  steer(key: string): boolean {
    const offer = this.offer();
    if (!offer) return false;
    const { asked, items, active } = offer;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: items.length - 1 };
    const step = steps[key];
    if (step !== undefined) {
      this.offer.set({ ...offer, active: (active + step) % items.length });
      return true;
    }
    if (key === 'Escape') this.declinedAt = asked.from;
    if (key === 'Enter' || key === 'Tab') this.choose(items[active]!);
    else if (key !== 'Escape') return false;
    this.close();
    return true;
  }

  choose(completion: Completion): void {
    const offer = this.offer();
    this.close();
    if (offer) this.take(offer.asked, completion);
  }

  close(): void {
    this.turn++;
    this.offer.set(null);
  }

  /** More of what is offered for a word leaves the choice where it was. */
  private show(asked: Asked, items: readonly Completion[]): void {
    const before = this.offer();
    const chosen = before?.asked === asked ? before.items[before.active]?.id : undefined;
    const at = items.findIndex(({ id }) => id === chosen);
    this.offer.set(items.length > 0 ? { asked, items, active: Math.max(0, at) } : null);
  }
}
