import { ComponentHarness } from '@angular/cdk/testing';

export class ChartHarness extends ComponentHarness {
  static readonly hostSelector = 'ui-chart';

  private readonly drawing = this.locatorFor('svg');
  private readonly scale = this.locatorForAll('.scale span');
  private readonly opener = this.locatorFor('summary');
  private readonly details = this.locatorFor('details');
  private readonly days = this.locatorForAll('tbody th');
  private readonly values = this.locatorForAll('tbody td');

  /** What a screen reader says of the drawing. */
  async getName(): Promise<string | null> {
    return (await this.drawing()).getAttribute('aria-label');
  }

  /** The value at the upper edge. */
  async getTop(): Promise<string> {
    return (await (await this.scale())[0]!.text()).trim();
  }

  async openTable(): Promise<void> {
    const details = await this.details();
    // The DOM of the specs opens nothing by itself.
    if (!(await details.getProperty<boolean>('open'))) await (await this.opener()).click();
    await details.dispatchEvent('toggle');
  }

  /** The values, once the table is open: `day value`, the newest first. */
  async getRows(): Promise<readonly string[]> {
    const [days, values] = [await this.days(), await this.values()];
    return Promise.all(
      days.map(async (day, at) => `${await day.text()} ${await values[at]!.text()}`),
    );
  }
}
