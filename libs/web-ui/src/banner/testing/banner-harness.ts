import { ContentContainerComponentHarness } from '@angular/cdk/testing';

export class BannerHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-banner';

  async getText(): Promise<string> {
    return (await (await this.host()).text()).trim();
  }

  async getRole(): Promise<string | null> {
    return (await this.host()).getAttribute('role');
  }
}
