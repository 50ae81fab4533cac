import type { Keyboard, Locator, Page } from '@playwright/test';
import { expect } from './stage.js';

/** A person who has no pointer: what is not reached by keys is not there. */
export class Keys {
  private readonly keyboard: Keyboard;

  private constructor(private readonly page: Page) {
    this.keyboard = page.keyboard;
  }

  /** Counts what a pointer does from now on; see `mustHaveBeenAlone`. */
  static async of(page: Page): Promise<Keys> {
    await page.evaluate(() => {
      let pointed = 0;
      addEventListener('pointerdown', () => ++pointed, { capture: true });
      Object.assign(globalThis, { pointed: () => pointed });
    });
    return new Keys(page);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.keyboard.type(text);
  }

  /** By Tab, and no further than `most` stops. */
  async tabTo(target: Locator, most = 20): Promise<void> {
    await this.#walk('Tab', target, most);
  }

  async tabBackTo(target: Locator, most = 12): Promise<void> {
    await this.#walk('Shift+Tab', target, most);
  }

  /** By the quick switcher: a chat, a person, a command. */
  async goTo(words: string, option: RegExp | string): Promise<void> {
    await this.press('Control+k');
    await expect(this.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await this.type(words);
    // Others may have the words in their names, as what leads on to the messages does.
    const chosen = this.page.getByRole('option', { name: option, selected: true });
    await expect(chosen).toBeVisible();
    await this.press('Enter');
  }

  /** The focus is somewhere, and one sees where. */
  async mustSeeFocus(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(() => document.querySelector(':focus-visible')?.localName ?? 'nowhere'),
      )
      .not.toMatch(/nowhere|body/);
  }

  async mustHaveBeenAlone(): Promise<void> {
    expect(await this.page.evaluate(() => (globalThis as unknown as Watched).pointed())).toBe(0);
  }

  async #walk(key: string, target: Locator, most: number): Promise<void> {
    await target.waitFor();
    const isThere = () => target.evaluate((element) => element === document.activeElement);
    for (let n = 0; n < most && !(await isThere()); n++) await this.press(key);
    await expect(target).toBeFocused();
    await this.mustSeeFocus();
  }
}

interface Watched {
  pointed(): number;
}
