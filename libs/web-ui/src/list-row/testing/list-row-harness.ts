import {
  ContentContainerComponentHarness,
  HarnessPredicate,
  type BaseHarnessFilters,
} from '@angular/cdk/testing';

export interface ListRowHarnessFilters extends BaseHarnessFilters {
  readonly title?: string | RegExp;
}

export class ListRowHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = '[uiListRow]';

  static with(filters: ListRowHarnessFilters): HarnessPredicate<ListRowHarness> {
    return new HarnessPredicate(ListRowHarness, filters).addOption(
      'title',
      filters.title,
      (row, title) => HarnessPredicate.stringMatches(row.getTitle(), title),
    );
  }

  private readonly title = this.locatorFor('.title');
  private readonly line = this.locatorFor('.line');

  async getTitle(): Promise<string> {
    return (await (await this.title()).text()).trim();
  }

  async getLine(): Promise<string> {
    return (await (await this.line()).text()).trim();
  }

  async isStrong(): Promise<boolean> {
    return (await this.host()).hasClass('strong');
  }

  /** One is there, or it is chosen. */
  async isChosen(): Promise<boolean> {
    return (await this.host()).matchesSelector(
      '[aria-current], [aria-selected=true], :has(:checked)',
    );
  }

  async press(): Promise<void> {
    await (await this.host()).click();
  }
}
