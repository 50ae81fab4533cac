import { ComponentHarness, HarnessPredicate, type BaseHarnessFilters } from '@angular/cdk/testing';

export interface CheckboxHarnessFilters extends BaseHarnessFilters {
  readonly name?: string | RegExp;
}

export class CheckboxHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-checkbox';

  static with(filters: CheckboxHarnessFilters): HarnessPredicate<CheckboxHarness> {
    return new HarnessPredicate(CheckboxHarness, filters).addOption(
      'name',
      filters.name,
      (box, name) => HarnessPredicate.stringMatches(box.getName(), name),
    );
  }

  private readonly label = this.locatorFor('label');
  private readonly box = this.locatorFor('input[type=checkbox]');

  /** Label and hint: both can be pressed, both are said. */
  async getName(): Promise<string> {
    return (await (await this.label()).text()).trim();
  }

  async isChecked(): Promise<boolean> {
    return (await this.box()).getProperty<boolean>('checked');
  }

  async isDisabled(): Promise<boolean> {
    return (await this.box()).getProperty<boolean>('disabled');
  }

  async toggle(): Promise<void> {
    await (await this.box()).click();
  }
}
