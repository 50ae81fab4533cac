import { ContentContainerComponentHarness, TestKey } from '@angular/cdk/testing';

const keys = {
  ArrowLeft: TestKey.LEFT_ARROW,
  ArrowRight: TestKey.RIGHT_ARROW,
  Home: TestKey.HOME,
  End: TestKey.END,
} as const;

export class TabsHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-tabs';

  private readonly row = this.locatorFor('[role=tablist]');
  private readonly tabs = this.locatorForAll('[role=tab]');
  private readonly chosen = this.locatorFor('[aria-selected=true]');
  private readonly panel = this.locatorFor('[role=tabpanel]');

  async getName(): Promise<string | null> {
    return (await this.row()).getAttribute('aria-label');
  }

  async getTabs(): Promise<readonly string[]> {
    return Promise.all((await this.tabs()).map(async (tab) => (await tab.text()).trim()));
  }

  async getChosen(): Promise<string> {
    return (await (await this.chosen()).text()).trim();
  }

  /** Those at which Tab stops. */
  async getTabStops(): Promise<readonly string[]> {
    const stops: string[] = [];
    for (const tab of await this.tabs()) {
      if ((await tab.getAttribute('tabindex')) === '0') stops.push((await tab.text()).trim());
    }
    return stops;
  }

  async getPanelText(): Promise<string> {
    return (await (await this.panel()).text()).trim();
  }

  /** True when a screen reader gets from the chosen tab to the panel, and hears it named by it. */
  async isPanelTied(): Promise<boolean> {
    const [tab, panel] = [await this.chosen(), await this.panel()];
    const controls = await tab.getAttribute('aria-controls');
    const name = await panel.getAttribute('aria-labelledby');
    return controls === (await panel.getAttribute('id')) && name === (await tab.getAttribute('id'));
  }

  async choose(label: string): Promise<void> {
    for (const tab of await this.tabs()) {
      if ((await tab.text()).trim() === label) return tab.click();
    }
    throw new Error(`No tab ${label}`);
  }

  /** Presses a key on the chosen tab. */
  async press(key: keyof typeof keys): Promise<void> {
    await (await this.chosen()).sendKeys(keys[key]);
  }

  async isChosenFocused(): Promise<boolean> {
    return (await this.chosen()).isFocused();
  }
}
