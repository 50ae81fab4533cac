import { signal } from '@angular/core';
import type { ConnectionState } from './chat-views';
import type { Line } from './chat-wiring';

/** A line that is away for longer than this is worth telling. */
const PATIENCE_MS = 3000;

/** What the person is told of the line; the browser's own news of the network make it hurry. */
export class LineState {
  private readonly now = signal<ConnectionState>('connecting');
  private patience: ReturnType<typeof setTimeout> | undefined;
  readonly state = this.now.asReadonly();

  constructor(private readonly line: Line) {
    line.connection.listen(({ kind }) => {
      if (kind === 'ready') this.arrive();
      if (kind === 'lost') this.waitForIt();
    });
    addEventListener('online', this.comeBack);
    addEventListener('offline', this.goAway);
    document.addEventListener('visibilitychange', this.comeBack);
    this.waitForIt();
  }

  /** Its code is here at last, for which the network was not to blame: it gets all its time. */
  noteStart(): void {
    if (this.now() === 'connecting') this.waitForIt();
  }

  close(): void {
    clearTimeout(this.patience);
    removeEventListener('online', this.comeBack);
    removeEventListener('offline', this.goAway);
    document.removeEventListener('visibilitychange', this.comeBack);
  }

  private readonly comeBack = (): void => {
    if (document.visibilityState === 'visible') this.line.hurry();
  };

  private readonly goAway = (): void => {
    clearTimeout(this.patience);
    this.now.set('offline');
  };

  private arrive(): void {
    clearTimeout(this.patience);
    this.now.set('online');
  }

  private waitForIt(): void {
    if (!navigator.onLine) {
      this.goAway();
      return;
    }
    this.now.set('connecting');
    clearTimeout(this.patience);
    this.patience = setTimeout(this.goAway, PATIENCE_MS);
  }
}
