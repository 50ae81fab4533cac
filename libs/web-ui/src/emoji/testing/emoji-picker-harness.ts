import { ComponentHarness, TestKey } from '@angular/cdk/testing';

const KEYS = {
  ArrowDown: TestKey.DOWN_ARROW,
  ArrowUp: TestKey.UP_ARROW,
  ArrowLeft: TestKey.LEFT_ARROW,
  ArrowRight: TestKey.RIGHT_ARROW,
  Home: TestKey.HOME,
  End: TestKey.END,
  Enter: TestKey.ENTER,
} as const;

export class EmojiPickerHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-emoji-picker';

  private readonly field = this.locatorFor('input[type=search]');
  private readonly cells = this.locatorForAll('.grid button');
  private readonly tabs = this.locatorForAll('[role=tab]');
  private readonly tones = this.locatorForAll('.tones input');

  async search(text: string): Promise<void> {
    await (await this.field()).setInputValue(text);
    await (await this.field()).dispatchEvent('input');
  }

  async pressInSearch(key: keyof typeof KEYS): Promise<void> {
    await (await this.field()).sendKeys(KEYS[key]);
  }

  /** Enter while an input method is still choosing a word. */
  async pressEnterWhileComposing(): Promise<void> {
    await (await this.field()).dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  }

  async isSearchFocused(): Promise<boolean> {
    return (await this.field()).isFocused();
  }

  /** The names of the emoji that are shown, in order. */
  async getNames(): Promise<readonly string[]> {
    const cells = await this.cells();
    return Promise.all(cells.map(async (cell) => (await cell.getAttribute('aria-label')) ?? ''));
  }

  /** How the emoji look that are shown. */
  async getLooks(): Promise<readonly string[]> {
    const cells = await this.cells();
    return Promise.all(cells.map(async (cell) => (await cell.text()).trim()));
  }

  async pick(name: string): Promise<void> {
    await (await this.cells())[(await this.getNames()).indexOf(name)]!.click();
  }

  /** Presses a key on the emoji that has the focus. */
  async pressInGrid(key: keyof typeof KEYS): Promise<void> {
    for (const cell of await this.cells()) {
      if (await cell.isFocused()) {
        await cell.sendKeys(KEYS[key]);
        return;
      }
    }
    throw new Error('No emoji has the focus');
  }

  /** The name of the emoji that has the focus; null: none has. */
  async getFocused(): Promise<string | null> {
    for (const cell of await this.cells()) {
      if (await cell.isFocused()) return cell.getAttribute('aria-label');
    }
    return null;
  }

  async getGroups(): Promise<readonly string[]> {
    const tabs = await this.tabs();
    return Promise.all(tabs.map(async (tab) => (await tab.getAttribute('aria-label')) ?? ''));
  }

  async showGroup(name: string): Promise<void> {
    await (await this.tabs())[(await this.getGroups()).indexOf(name)]!.click();
  }

  async chooseTone(tone: number): Promise<void> {
    await (await this.tones())[tone]!.click();
  }

  /** What stands where nothing was found. */
  async getNote(): Promise<string | null> {
    return (await (await this.locatorForOptional('.grid p')())?.text()) ?? null;
  }
}
