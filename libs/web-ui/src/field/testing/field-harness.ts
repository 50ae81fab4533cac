import { ComponentHarness, HarnessPredicate, type BaseHarnessFilters } from '@angular/cdk/testing';

export interface FieldHarnessFilters extends BaseHarnessFilters {
  readonly label?: string | RegExp;
}

export class FieldHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-field';

  static with(filters: FieldHarnessFilters): HarnessPredicate<FieldHarness> {
    return new HarnessPredicate(FieldHarness, filters).addOption(
      'label',
      filters.label,
      (field, label) => HarnessPredicate.stringMatches(field.getLabel(), label),
    );
  }

  private readonly label = this.locatorFor('label');
  private readonly control = this.locatorFor('input, textarea');
  private readonly error = this.locatorForOptional('.error');
  private readonly hint = this.locatorForOptional('.hint');

  async getLabel(): Promise<string> {
    return (await this.label()).text();
  }

  async getType(): Promise<string | null> {
    return (await this.control()).getAttribute('type');
  }

  async getValue(): Promise<string> {
    return (await this.control()).getProperty<string>('value');
  }

  async write(text: string): Promise<void> {
    await (await this.control()).setInputValue(text);
    await (await this.control()).dispatchEvent('input');
  }

  async getError(): Promise<string | null> {
    return (await (await this.error())?.text()) ?? null;
  }

  async getHint(): Promise<string | null> {
    return (await (await this.hint())?.text()) ?? null;
  }

  /** True when a screen reader hears the note below together with the field. */
  async isTiedToNote(): Promise<boolean> {
    const described = await (await this.control()).getAttribute('aria-describedby');
    const note = (await this.error()) ?? (await this.hint());
    const id = await note?.getAttribute('id');
    return !!id && !!described?.split(' ').includes(id);
  }

  /** How much of the room is used, as a screen reader says it with the field; null: not counted. */
  async getCount(): Promise<string | null> {
    const described = await (await this.control()).getAttribute('aria-describedby');
    const id = described?.split(' ').find((one) => one.endsWith('-count'));
    return id ? (await this.locatorFor(`#${id} .unseen`)()).text() : null;
  }

  /** True when the text may have several lines. */
  async isMultiLine(): Promise<boolean> {
    return (await this.control()).matchesSelector('textarea');
  }

  async isInvalid(): Promise<boolean> {
    return (await (await this.control()).getAttribute('aria-invalid')) === 'true';
  }

  async isFocused(): Promise<boolean> {
    return (await this.control()).isFocused();
  }
}
