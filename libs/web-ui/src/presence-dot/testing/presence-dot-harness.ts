import { ComponentHarness } from '@angular/cdk/testing';

export class PresenceDotHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-presence-dot';

  private readonly spoken = this.locatorFor('.unseen');

  /** What the colour is chosen by. */
  async getPresence(): Promise<string | null> {
    return (await this.host()).getAttribute('data-presence');
  }

  async getSpoken(): Promise<string> {
    return (await this.spoken()).text();
  }
}
