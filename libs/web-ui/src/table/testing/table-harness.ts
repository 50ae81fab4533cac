import { ContentContainerComponentHarness, TestKey, type TestElement } from '@angular/cdk/testing';

const keys = {
  ArrowDown: TestKey.DOWN_ARROW,
  ArrowUp: TestKey.UP_ARROW,
  ArrowLeft: TestKey.LEFT_ARROW,
  ArrowRight: TestKey.RIGHT_ARROW,
  Home: TestKey.HOME,
  End: TestKey.END,
  PageDown: TestKey.PAGE_DOWN,
  PageUp: TestKey.PAGE_UP,
  Enter: TestKey.ENTER,
} as const;

export class TableHarness extends ContentContainerComponentHarness {
  static readonly hostSelector = 'ui-table';

  private readonly grid = this.locatorFor('[role=grid]');
  private readonly heads = this.locatorForAll('th:not(.choose)');
  private readonly rows = this.locatorForAll('tbody tr');
  private readonly boxes = this.locatorForAll('tbody input');
  private readonly all = this.locatorFor('thead input');
  private readonly stops = this.locatorForAll('[data-cell][tabindex="0"]');

  async getName(): Promise<string | null> {
    return (await this.grid()).getAttribute('aria-label');
  }

  async getColumns(): Promise<readonly string[]> {
    return textsOf(await this.heads());
  }

  /** What the cells of each row say. */
  async getRows(): Promise<readonly (readonly string[])[]> {
    const count = (await this.rows()).length;
    return Promise.all(
      Array.from({ length: count }, async (_, at) =>
        textsOf(await this.locatorForAll(`tbody tr:nth-child(${at + 1}) td:not(.choose)`)()),
      ),
    );
  }

  /** What the first cell of each row says. */
  async getFirstCells(): Promise<readonly string[]> {
    return (await this.getRows()).map(([first]) => first ?? '');
  }

  /** The labels of the cells that show theirs on cards, row by row. */
  async getLabelled(): Promise<readonly (string | null)[]> {
    const cells = await this.locatorForAll('td[data-label]')();
    return Promise.all(cells.map((cell) => cell.getAttribute('data-label')));
  }

  /** The places of the chosen rows, counted from 0. */
  async getChosen(): Promise<readonly number[]> {
    const states = await Promise.all(
      (await this.rows()).map((row) => row.getAttribute('aria-selected')),
    );
    return states.flatMap((state, at) => (state === 'true' ? [at] : []));
  }

  async choose(row: number): Promise<void> {
    await (await this.boxes())[row]!.click();
  }

  async chooseAll(): Promise<void> {
    await (await this.all()).click();
  }

  /** `all`, `some` or `none`, as the box in the head says. */
  async getAll(): Promise<'all' | 'some' | 'none'> {
    const all = await this.all();
    if (await all.getProperty<boolean>('indeterminate')) return 'some';
    return (await all.getProperty<boolean>('checked')) ? 'all' : 'none';
  }

  async open(row: number): Promise<void> {
    await (await this.rows())[row]!.click();
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.grid()).getAttribute('aria-busy')) === 'true';
  }

  /** Whether shapes stand for rows that are on their way. */
  async isAwaited(): Promise<boolean> {
    return (await this.locatorForOptional('ui-skeleton')()) !== null;
  }

  /** `row:column` of each cell at which Tab stops; row 0 is the head. */
  async getTabStops(): Promise<readonly (string | null)[]> {
    return Promise.all((await this.stops()).map((stop) => stop.getAttribute('data-cell')));
  }

  async isFocused(): Promise<boolean> {
    return (await this.stop()).isFocused();
  }

  async focus(): Promise<void> {
    await (await this.stop()).focus();
  }

  /** Presses a key where Tab stops. */
  async press(key: keyof typeof keys): Promise<void> {
    await (await this.stop()).sendKeys(keys[key]);
  }

  /** Presses Space where Tab stops. */
  async pressSpace(): Promise<void> {
    await (await this.stop()).sendKeys(' ');
  }

  async pressWithControl(key: 'a' | 'Home' | 'End'): Promise<void> {
    await (await this.stop()).sendKeys({ control: true }, key === 'a' ? 'a' : keys[key]);
  }

  private async stop(): Promise<TestElement> {
    return (await this.stops())[0]!;
  }
}

function textsOf(elements: readonly TestElement[]): Promise<string[]> {
  return Promise.all(elements.map(async (one) => (await one.text()).trim()));
}
