import { ComponentHarness } from '@angular/cdk/testing';

/** The tooltip that is shown; look for it from the document's root. */
export class TooltipHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-tooltip';

  async getWords(): Promise<string> {
    return (await this.host()).text();
  }

  /** The pointer moves onto it. */
  async hover(): Promise<void> {
    await (await this.host()).dispatchEvent('pointerover');
  }

  /** True when a screen reader, which has the name already, passes it over. */
  async isSilent(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
