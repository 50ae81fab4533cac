import { ComponentHarness } from '@angular/cdk/testing';

export class ChoicesHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-choices';

  private readonly legend = this.locatorFor('legend');
  private readonly radios = this.locatorForAll('input[type=radio]');
  private readonly chosen = this.locatorForOptional('input:checked');

  async getName(): Promise<string> {
    return (await this.legend()).text();
  }

  async getChoices(): Promise<readonly (string | null)[]> {
    return Promise.all((await this.radios()).map((radio) => radio.getAttribute('aria-label')));
  }

  async getChosen(): Promise<string | null> {
    return (await (await this.chosen())?.getAttribute('aria-label')) ?? null;
  }

  /** What a screen reader adds to the label of the chosen one. */
  async getChosenHint(): Promise<string | null> {
    const id = await (await this.chosen())?.getAttribute('aria-describedby');
    return id ? (await this.locatorFor(`#${id}`)()).text() : null;
  }

  async choose(label: string): Promise<void> {
    for (const radio of await this.radios()) {
      if ((await radio.getAttribute('aria-label')) === label) return radio.click();
    }
    throw new Error(`No choice ${label}`);
  }
}
