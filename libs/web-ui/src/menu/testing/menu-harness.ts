import { ComponentHarness, TestKey } from '@angular/cdk/testing';

/** An open menu; look for it from the document's root. */
export class MenuHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-menu';

  private readonly lines = this.locatorForAll('button');

  private readonly menu = this.locatorFor('[role=menu]');

  async getName(): Promise<string | null> {
    return (await this.menu()).getAttribute('aria-label');
  }

  async getLines(): Promise<readonly string[]> {
    return Promise.all((await this.lines()).map(async (line) => (await line.text()).trim()));
  }

  async choose(label: string): Promise<void> {
    for (const line of await this.lines()) {
      if ((await line.text()).trim() === label) return line.click();
    }
    throw new Error(`No line ${label}`);
  }

  async press(key: 'ArrowDown' | 'ArrowUp' | 'Escape'): Promise<void> {
    const keys = {
      ArrowDown: TestKey.DOWN_ARROW,
      ArrowUp: TestKey.UP_ARROW,
      Escape: TestKey.ESCAPE,
    };
    await (await this.host()).sendKeys(keys[key]);
  }

  async getFocused(): Promise<string | null> {
    for (const line of await this.lines()) {
      if (await line.isFocused()) return (await line.text()).trim();
    }
    return null;
  }
}
