import { ComponentHarness } from '@angular/cdk/testing';

export class SwitchHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-switch';

  private readonly box = this.locatorFor('input[role=switch]');
  private readonly label = this.locatorFor('label');

  async getName(): Promise<string> {
    return (await (await this.label()).text()).trim();
  }

  async isOn(): Promise<boolean> {
    return (await this.box()).getProperty<boolean>('checked');
  }

  async toggle(): Promise<void> {
    await (await this.box()).click();
  }
}
