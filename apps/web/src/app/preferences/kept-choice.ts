import { signal, type Signal } from '@angular/core';
import { deviceStorage } from '@app/web-session';

/**
 * One of a few, as this device remembers it, in all its tabs. Where nothing can be kept (a private
 * window, a full disk) a choice holds until the page closes.
 */
export class KeptChoice<T extends string> {
  readonly value: Signal<T>;
  private readonly now;

  /**
   * `options`: the first holds until somebody chooses. `changed`: told of each later value, also of
   * one that was chosen in another tab.
   */
  constructor(
    private readonly key: string,
    readonly options: readonly [T, ...T[]],
    private readonly changed: (value: T) => void = () => undefined,
  ) {
    this.now = signal(this.known(deviceStorage.read(key)));
    this.value = this.now.asReadonly();
    // Fired in the other tabs alone; without a key when all was cleared.
    addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) this.take(this.known(event.newValue));
    });
  }

  choose(value: T): void {
    deviceStorage.write(this.key, value);
    this.take(value);
  }

  private take(value: T): void {
    this.now.set(value);
    this.changed(value);
  }

  /** What another release has kept may mean nothing here. */
  private known(kept: string | null | undefined): T {
    return this.options.find((option) => option === kept) ?? this.options[0];
  }
}
