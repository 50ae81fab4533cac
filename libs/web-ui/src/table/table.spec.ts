import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TableHarness } from './testing/table-harness';
import { Table, type TableState } from './table';
import { TableCell } from './table-cell';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

const person = (name: string, role = 'Member'): Person => ({ id: name.toLowerCase(), name, role });

@Component({
  imports: [Table, TableCell],
  template: `<ui-table
    label="People"
    [style.direction]="direction()"
    [columns]="columns"
    [rows]="rows()"
    [nameOf]="nameOf"
    [isSelectable]="isSelectable()"
    [texts]="texts"
    [state]="state()"
    [(selected)]="selected"
    (opened)="opened.push($event.name)"
  >
    <ng-template uiCell="name" [uiCellOf]="rows()" let-row>{{ row.name }}</ng-template>
    <ng-template uiCell="role" [uiCellOf]="rows()" let-row>{{ row.role }}</ng-template>
    Nobody
  </ui-table>`,
})
class Page {
  readonly direction = signal('ltr');
  readonly isSelectable = signal(true);
  readonly state = signal<TableState>('answered');
  readonly selected = signal<ReadonlySet<string>>(new Set());
  readonly rows = signal([person('Ada', 'Owner'), person('Bob'), person('Cleo')]);
  readonly opened: string[] = [];
  readonly columns = [
    { id: 'name', label: 'Name' },
    { id: 'role', label: 'Role', isNamed: true },
  ];
  readonly nameOf = ({ name }: Person) => name;
  readonly texts = { chooseAll: 'Choose all', choose: (name: string) => `Choose ${name}` };
}

async function aTable() {
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(TableHarness);
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { table, page: fixture.componentInstance, words };
}

describe('Table', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a named grid: a column for each thing, a row for each one', async () => {
    const { table } = await aTable();
    expect([await table.getName(), await table.getColumns()]).toEqual(['People', ['Name', 'Role']]);
    expect(await table.getRows()).toEqual([
      ['Ada', 'Owner'],
      ['Bob', 'Member'],
      ['Cleo', 'Member'],
    ]);
  });

  it('knows which cells need their label where there is no room for columns', async () => {
    const { table } = await aTable();
    expect(await table.getLabelled()).toEqual(['Role', 'Role', 'Role']);
  });

  it('shows what the owner has to say where there are no rows', async () => {
    const { page, table, words } = await aTable();
    expect(words()).not.toContain('Nobody');
    page.rows.set([]);
    expect(await table.getRows()).toEqual([]);
    expect(words()).toContain('Nobody');
  });

  it('shows shapes of rows that are asked for, and says nothing of rows that nobody knows', async () => {
    const { page, table, words } = await aTable();
    const look = async () => [await table.isAwaited(), words().includes('Nobody')];
    page.rows.set([]);
    page.state.set('awaited');
    expect(await look()).toEqual([true, false]);
    page.state.set('failed');
    expect(await look()).toEqual([false, false]);
    page.state.set('answered');
    expect(await look()).toEqual([false, true]);
  });

  it('keeps rows that it has while it asks again', async () => {
    const { page, table } = await aTable();
    page.state.set('awaited');
    expect([(await table.getRows()).length, await table.isAwaited()]).toEqual([3, false]);
  });

  it('is one tab stop that arrows carry from cell to cell', async () => {
    const { table } = await aTable();
    const seen: unknown[] = [];
    await table.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'ArrowRight', 'PageDown'] as const) {
      await table.press(key);
      expect(await table.isFocused()).toBe(true);
      seen.push(...(await table.getTabStops()));
    }
    expect(seen).toEqual(['1:1', '2:1', '2:2', '2:2', '3:2']);
    await table.pressWithControl('Home');
    expect(await table.getTabStops()).toEqual(['1:0']);
    await table.press('ArrowUp');
    expect(await table.getTabStops()).toEqual(['0:0']);
  });

  it('goes the other way in scripts that run the other way', async () => {
    const { table, page } = await aTable();
    page.direction.set('rtl');
    await table.press('ArrowLeft');
    expect(await table.getTabStops()).toEqual(['1:1']);
  });

  it('has no place in the head where nothing can be chosen', async () => {
    const { table, page } = await aTable();
    page.isSelectable.set(false);
    await table.press('ArrowUp');
    expect([await table.getTabStops(), await table.getChosen()]).toEqual([['1:0'], []]);
    await table.press('ArrowRight');
    await table.pressSpace();
    await table.pressWithControl('a');
    expect(page.selected()).toEqual(new Set());
  });

  it('chooses by Space, by Ctrl A, and by boxes', async () => {
    const { table, page } = await aTable();
    await table.press('ArrowRight');
    await table.pressSpace();
    expect([await table.getChosen(), await table.getAll()]).toEqual([[0], 'some']);
    await table.choose(2);
    expect([await table.getChosen(), page.selected()]).toEqual([[0, 2], new Set(['ada', 'cleo'])]);
    await table.pressWithControl('a');
    expect([await table.getChosen(), await table.getAll()]).toEqual([[0, 1, 2], 'all']);
    await table.chooseAll();
    expect([await table.getChosen(), await table.getAll()]).toEqual([[], 'none']);
  });

  it('opens a row by Enter and by a press, and none by its box', async () => {
    const { table, page } = await aTable();
    await table.press('ArrowDown');
    await table.press('Enter');
    await table.open(2);
    await table.choose(0);
    expect(page.opened).toEqual(['Bob', 'Cleo']);
  });

  it('keeps the focus in its place when the row with it goes', async () => {
    const { table, page } = await aTable();
    await table.focus();
    await table.press('ArrowDown');
    page.rows.set([person('Ada'), person('Cleo')]);
    expect([await table.getTabStops(), await table.isFocused()]).toEqual([['2:0'], true]);
    page.rows.set([person('Ada')]);
    expect([await table.getTabStops(), await table.isFocused()]).toEqual([['1:0'], true]);
  });
});
