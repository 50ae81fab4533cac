import { ComponentHarness } from '@angular/cdk/testing';

export class SkeletonHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-skeleton';

  private readonly rows = this.locatorForAll('.row');
  private readonly tiles = this.locatorForAll('.tile');

  async countRows(): Promise<number> {
    return (await this.rows()).length;
  }

  /** Of the rows, those with a place for a picture. */
  async countPictures(): Promise<number> {
    return (await this.tiles()).length;
  }

  /** Screen readers hear nothing of it. */
  async isSilent(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-hidden')) === 'true';
  }
}
