import { ComponentHarness } from '@angular/cdk/testing';
import { ButtonHarness } from '@app/web-ui/testing';

/** What stands in the place of a composer while somebody speaks. */
export class VoicePanelHarness extends ComponentHarness {
  static readonly hostSelector = 'app-voice-panel';

  private readonly timer = this.locatorForOptional('[role=timer]');
  private readonly grip = this.locatorForOptional('input[type=range]');
  private readonly buttons = this.locatorForAll('button');

  /** What a screen reader calls it, if it is the group that it is meant to be. */
  async getName(): Promise<string | null> {
    const host = await this.host();
    return (await host.getAttribute('role')) === 'group' ? host.getAttribute('aria-label') : null;
  }

  async getText(): Promise<string> {
    return (await (await this.host()).text()).replace(/\s+/g, ' ').trim();
  }

  /** How long it is by now; null: it is not being recorded. */
  async getTime(): Promise<string | null> {
    return (await (await this.timer())?.text()) ?? null;
  }

  async getButtons(): Promise<readonly (string | null)[]> {
    return Promise.all((await this.buttons()).map((one) => one.getAttribute('aria-label')));
  }

  async getFocused(): Promise<string | null> {
    for (const one of await this.buttons())
      if (await one.isFocused()) return one.getAttribute('aria-label');
    return null;
  }

  async press(name: string): Promise<void> {
    await (await this.locatorFor(ButtonHarness.with({ name }))()).click();
  }

  async pressEscape(): Promise<void> {
    await (await this.host()).dispatchEvent('keydown', { key: 'Escape' });
  }

  /** Takes the grip to this place, ms. */
  async seek(ms: number): Promise<void> {
    const grip = (await this.grip())!;
    await grip.setInputValue(`${ms}`);
    await grip.dispatchEvent('input');
  }

  /** Where the grip stands and where it ends, ms. */
  async getPlace(): Promise<readonly [number, number]> {
    const grip = (await this.grip())!;
    return [Number(await grip.getProperty('value')), Number(await grip.getAttribute('max'))];
  }
}
