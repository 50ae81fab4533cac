import { ComponentHarness, HarnessPredicate, type BaseHarnessFilters } from '@angular/cdk/testing';

export interface SelectHarnessFilters extends BaseHarnessFilters {
  readonly label?: string | RegExp;
}

export class SelectHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-select';

  static with(filters: SelectHarnessFilters): HarnessPredicate<SelectHarness> {
    return new HarnessPredicate(SelectHarness, filters).addOption(
      'label',
      filters.label,
      (select, label) => HarnessPredicate.stringMatches(select.getLabel(), label),
    );
  }

  private readonly label = this.locatorFor('label');
  private readonly list = this.locatorFor('select');
  private readonly options = this.locatorForAll('option');
  private readonly hint = this.locatorForOptional('.hint');

  async getLabel(): Promise<string> {
    return (await this.label()).text();
  }

  /** True when the label names the list for a screen reader, and the hint is said with it. */
  async isTied(): Promise<boolean> {
    const list = await this.list();
    const named =
      (await (await this.label()).getAttribute('for')) === (await list.getAttribute('id'));
    const noted = await (await this.hint())?.getAttribute('id');
    return named && (await list.getAttribute('aria-describedby')) === (noted ?? null);
  }

  async getOptions(): Promise<readonly string[]> {
    return Promise.all((await this.options()).map(async (o) => (await o.text()).trim()));
  }

  async getChosen(): Promise<string | null> {
    const value = await (await this.list()).getProperty<string>('value');
    for (const option of await this.options()) {
      if ((await option.getAttribute('value')) === value) return (await option.text()).trim();
    }
    return null;
  }

  async choose(label: string): Promise<void> {
    const labels = await this.getOptions();
    if (!labels.includes(label)) throw new Error(`No option ${label}`);
    await (await this.list()).selectOptions(labels.indexOf(label));
  }

  async isDisabled(): Promise<boolean> {
    return (await this.list()).getProperty<boolean>('disabled');
  }
}
