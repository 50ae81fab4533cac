import { ContentContainerComponentHarness } from '@angular/cdk/testing';
import { ButtonHarness } from '../../button/testing/button-harness';

export class ToastStackHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-toast-stack';

  private readonly toasts = this.locatorForAll('.toast span');

  async getTexts(): Promise<readonly string[]> {
    return Promise.all((await this.toasts()).map((toast) => toast.text()));
  }

  async closeFirst(): Promise<void> {
    await (await this.getHarness(ButtonHarness.with({ name: 'Close' }))).click();
  }
}
