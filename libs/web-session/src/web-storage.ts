/**
 * What a browser keeps for the page, text by key. It may be told to keep nothing, or be full: then
 * it keeps nothing, and everything goes on.
 */
export class WebStorage {
  constructor(private readonly area: 'localStorage' | 'sessionStorage') {}

  /** Null: nothing is kept there. Undefined: storage is turned off, so nobody knows. */
  read(key: string): string | null | undefined {
    try {
      return globalThis[this.area].getItem(key);
    } catch {
      // SecurityError: the person has turned storage off.
      return undefined;
    }
  }

  /** Null takes it away. `refused`: told why it is not kept; who gives none can do without. */
  write(key: string, value: string | null, refused?: (error: unknown) => void): void {
    try {
      if (value === null) globalThis[this.area].removeItem(key);
      else globalThis[this.area].setItem(key, value);
    } catch (error) {
      // SecurityError: storage is turned off. QuotaExceededError: it is full.
      refused?.(error);
    }
  }
}

/** For all tabs, over visits. */
export const deviceStorage = new WebStorage('localStorage');

/** For one tab, over reloads. */
export const tabStorage = new WebStorage('sessionStorage');
