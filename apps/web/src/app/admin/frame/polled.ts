import { computed, effect, signal } from '@angular/core';
import type { TableState } from '@app/web-ui';
import { pageIsVisible } from '../../chats/chat-page/page-is-visible';
import { problemWords } from '../../problem-words';

const EVERY_MS = 5000;

/**
 * An answer of the server that is asked for again every five seconds, while the page is seen and it
 * `isFollowed`, being what it is. An answer to an older question never covers that to a newer one,
 * and a question without an answer leaves what was there. Made where effects may be.
 */
export class Polled<T> {
  private readonly shown = signal<T | null>(null);
  private readonly loading = signal(0);
  private readonly said = signal('');
  private asked = 0;
  private underWay = 0;

  readonly answer = this.shown.asReadonly();
  /** Why the last question has no answer, in words; empty: it has. */
  readonly problem = this.said.asReadonly();
  /** Somebody waits for an answer; what is asked by itself keeps quiet. */
  readonly isBusy = computed(() => this.loading() > 0);
  readonly state = computed<TableState>(() => {
    if (this.shown() !== null) return 'answered';
    return this.said() === '' ? 'awaited' : 'failed';
  });

  constructor(
    private readonly ask: () => Promise<T>,
    isFollowed: (answer: T | null) => boolean,
  ) {
    const isVisible = pageIsVisible();
    const isOn = computed(() => isVisible() && isFollowed(this.shown()));
    effect((onCleanup) => {
      if (!isOn()) return;
      const timer = setInterval(() => void this.follow(), EVERY_MS);
      onCleanup(() => clearInterval(timer));
    });
  }

  /** As somebody wants it. Never rejects. */
  async load(): Promise<void> {
    this.said.set('');
    this.loading.update((count) => count + 1);
    await this.take();
    this.loading.update((count) => count - 1);
  }

  /** A server that is slow is not asked twice. */
  private async follow(): Promise<void> {
    if (this.underWay === 0) await this.take();
  }

  private async take(): Promise<void> {
    const asked = ++this.asked;
    this.underWay++;
    try {
      const answer = await this.ask();
      if (asked !== this.asked) return;
      this.shown.set(answer);
      this.said.set('');
    } catch (error) {
      // Refused, or no connection: said beside what was there.
      if (asked === this.asked) this.said.set(problemWords(error));
    } finally {
      this.underWay--;
    }
  }
}
