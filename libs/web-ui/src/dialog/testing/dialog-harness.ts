import { ContentContainerComponentHarness, TestKey } from '@angular/cdk/testing';
import { ButtonHarness } from '../../button/testing/button-harness';

/** An open dialog; look for it from the document's root, as it stands outside of its page. */
export class DialogHarness extends ContentContainerComponentHarness {
  static readonly hostSelector: string = 'cdk-dialog-container';

  private readonly heading = this.locatorFor('h2');

  async getTitle(): Promise<string> {
    return (await this.heading()).text();
  }

  /** True when its title is also its name for screen readers. */
  async isNamedByTitle(): Promise<boolean> {
    const named = await (await this.host()).getAttribute('aria-labelledby');
    return named !== null && named === (await (await this.heading()).getAttribute('id'));
  }

  /** The names of the elements in it that would be landmarks of the page. */
  async getLandmarks(): Promise<readonly string[]> {
    const found = await this.locatorForAll('header, footer, main, [role=banner]')();
    return Promise.all(found.map((one) => one.getProperty<string>('localName')));
  }

  async press(name: string | RegExp): Promise<void> {
    await (await this.getHarness(ButtonHarness.with({ name }))).click();
  }

  async pressEscape(): Promise<void> {
    await (await this.host()).sendKeys(TestKey.ESCAPE);
  }
}
