import { ComponentHarness } from '@angular/cdk/testing';

export class CompletionListHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-completion-list';

  private readonly options = this.locatorForAll('[role=option]');

  /** What a screen reader calls it, if it is the list that it is meant to be. */
  async getName(): Promise<string | null> {
    const host = await this.host();
    return (await host.getAttribute('role')) === 'listbox' ? host.getAttribute('aria-label') : null;
  }

  /** All that each line says, in order. */
  async getLines(): Promise<readonly string[]> {
    const options = await this.options();
    return Promise.all(options.map(async (option) => (await option.text()).trim()));
  }

  /** The ids by which a field names the lines. */
  async getIds(): Promise<readonly (string | null)[]> {
    return Promise.all((await this.options()).map((option) => option.getAttribute('id')));
  }

  /** The numbers of the lines that are marked. */
  async getChosen(): Promise<readonly number[]> {
    const options = await this.options();
    const marks = await Promise.all(options.map((option) => option.getAttribute('aria-selected')));
    return [...marks.keys()].filter((index) => marks[index] === 'true');
  }

  async press(index: number): Promise<void> {
    await (await this.options())[index]!.click();
  }
}
