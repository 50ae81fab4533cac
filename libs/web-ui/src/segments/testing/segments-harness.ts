import { ComponentHarness } from '@angular/cdk/testing';

export class SegmentsHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-segments';

  private readonly options = this.locatorForAll('label');
  private readonly chosen = this.locatorForOptional('input:checked + span');

  async getName(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  async getOptions(): Promise<readonly string[]> {
    return Promise.all((await this.options()).map(async (o) => (await o.text()).trim()));
  }

  async getChosen(): Promise<string | null> {
    return (await (await this.chosen())?.text()) ?? null;
  }

  async choose(label: string): Promise<void> {
    for (const option of await this.options()) {
      if ((await option.text()).trim() === label) await option.click();
    }
  }
}
