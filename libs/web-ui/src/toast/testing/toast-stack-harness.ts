import { ContentContainerComponentHarness } from '@angular/cdk/testing';
import { ButtonHarness } from '../../button/testing/button-harness';

export class ToastStackHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-toast-stack';

  private readonly toasts = this.locatorForAll('.toast span');

  async getTexts(): Promise<readonly string[]> {
    return Promise.all((await this.toasts()).map((toast) => toast.text()));
  }

  /** Presses what can be done about a toast. */
  async press(action: string): Promise<void> {
    await (await this.getHarness(ButtonHarness.with({ name: action }))).click();
  }

  /** The pointer comes to the toasts, or leaves them. */
  async hover(): Promise<void> {
    await (await this.host()).dispatchEvent('pointerenter');
  }

  async leave(): Promise<void> {
    await (await this.host()).dispatchEvent('pointerleave');
  }

  async closeFirst(): Promise<void> {
    await (await this.getHarness(ButtonHarness.with({ name: 'Close' }))).click();
  }
}
