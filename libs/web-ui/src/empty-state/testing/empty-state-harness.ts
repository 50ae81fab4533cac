import { ContentContainerComponentHarness } from '@angular/cdk/testing';

export class EmptyStateHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-empty-state';

  private readonly title = this.locatorFor('h2');
  private readonly hint = this.locatorForOptional('p');

  async getTitle(): Promise<string> {
    return (await this.title()).text();
  }

  async getHint(): Promise<string | null> {
    return (await (await this.hint())?.text()) ?? null;
  }
}
