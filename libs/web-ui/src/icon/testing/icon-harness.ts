import { ComponentHarness } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';

export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-icon';

  /** Which icon it is, drawn or on its way. */
  async getIcon(): Promise<string | null> {
    return (await this.host()).getAttribute('data-icon');
  }

  /** The shapes of the picture, each as it is written; none while it is on its way. */
  async getShapes(): Promise<readonly string[]> {
    const host = TestbedHarnessEnvironment.getNativeElement(await this.host());
    return [...host.querySelectorAll('svg > *')].map(({ outerHTML }) => outerHTML);
  }

  /** What a screen reader says of it; null: nothing. */
  async getSpoken(): Promise<string | null> {
    const host = await this.host();
    if ((await host.getAttribute('aria-hidden')) === 'true') return null;
    return (await host.getAttribute('role')) === 'img' ? host.getAttribute('aria-label') : '';
  }
}
