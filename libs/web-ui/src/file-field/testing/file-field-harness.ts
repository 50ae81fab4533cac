import { ComponentHarness, HarnessPredicate, type BaseHarnessFilters } from '@angular/cdk/testing';

export interface FileFieldHarnessFilters extends BaseHarnessFilters {
  readonly label?: string | RegExp;
}

export class FileFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-file-field';

  static with(filters: FileFieldHarnessFilters): HarnessPredicate<FileFieldHarness> {
    return new HarnessPredicate(FileFieldHarness, filters).addOption(
      'label',
      filters.label,
      (field, label) => HarnessPredicate.stringMatches(field.getLabel(), label),
    );
  }

  private readonly label = this.locatorFor('label');
  private readonly control = this.locatorFor('input[type=file]');
  private readonly words = this.locatorFor('.words');
  private readonly error = this.locatorForOptional('.error');

  async getLabel(): Promise<string> {
    return (await this.label()).text();
  }

  /** What is chosen; the prompt where nothing is. */
  async getWords(): Promise<string> {
    return (await this.words()).text();
  }

  async getAccept(): Promise<string | null> {
    return (await this.control()).getAttribute('accept');
  }

  async getError(): Promise<string | null> {
    return (await (await this.error())?.text()) ?? null;
  }

  async isInvalid(): Promise<boolean> {
    return (await (await this.control()).getAttribute('aria-invalid')) === 'true';
  }

  /** What a screen reader says with it: the words of all that describes it. */
  async getDescription(): Promise<string> {
    const ids = await (await this.control()).getAttribute('aria-describedby');
    const notes = (ids ?? '').split(' ').map(async (id) => {
      return (await this.locatorFor(`[id="${id}"]`)()).text();
    });
    return (await Promise.all(notes)).join(' ');
  }

  /** As the picker of the device does: the files of an input cannot be written by a page. */
  async pick(file: File): Promise<void> {
    const control = await this.control();
    const element = document.getElementById((await control.getAttribute('id'))!)!;
    Object.defineProperty(element, 'files', { configurable: true, value: [file] });
    await control.dispatchEvent('change');
  }
}
