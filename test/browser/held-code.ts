import type { Page } from '@playwright/test';

/** The code that a page asks for; while it is held, none of it comes. */
export class HeldCode {
  /** So many files are waited for. */
  held = 0;
  private gate: Promise<void> | null = null;
  private open = (): void => undefined;

  static async of(page: Page): Promise<HeldCode> {
    const code = new HeldCode();
    await page.route(/\.js$/, async (route) => {
      if (code.gate) code.held++;
      await code.gate;
      await route.continue();
    });
    return code;
  }

  hold(): void {
    this.held = 0;
    this.gate = new Promise((resolve) => (this.open = resolve));
  }

  release(): void {
    this.gate = null;
    this.open();
  }
}
