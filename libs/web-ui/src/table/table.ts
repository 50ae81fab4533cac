import { NgTemplateOutlet } from '@angular/common';
import {
  afterEveryRender,
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  type TemplateRef,
} from '@angular/core';
import { Skeleton } from '../skeleton/skeleton';
import { placeAfter, within, type GridPlace } from './grid-keys';

/**
 * `width`: a track of a grid (CSS); by default all columns are alike. `isNamed`: what stands in it,
 * a number say, means nothing without the label: cards have it, too.
 */
export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly width?: string;
  readonly isNamed?: boolean;
}

/** Something that has a row. */
export interface TableRow {
  readonly id: string;
}

/** Whether the rows are known: not yet, or not, as asking for them failed, which the owner says. */
export type TableState = 'awaited' | 'answered' | 'failed';

type CellTemplate<Row> = TemplateRef<{ readonly $implicit: Row }>;

/** The words of a table whose rows can be chosen. */
export interface TableTexts {
  readonly chooseAll: string;
  readonly choose: (name: string) => string;
}

const noTexts: TableTexts = { chooseAll: '', choose: (name) => name };

/**
 * Rows of the same kind, a column for each thing that is to be compared: the grid of the ARIA
 * practices. It is one tab stop. Arrows, Home, End and both pages go from cell to cell, Space
 * chooses a row, Ctrl A all of them, Enter or a press opens one. What is in the cells is the
 * owner's, and nothing in them can be gone into. Where it is narrow, each row is a card.
 *
 * Slot: what is said where there are no rows, and that is known.
 */
@Component({
  selector: 'ui-table',
  imports: [NgTemplateOutlet, Skeleton],
  templateUrl: './table.html',
  styleUrl: './table.css',
  host: { '[style.--columns]': 'tracks()' },
})
export class Table<Row extends TableRow> {
  /** Names the table for screen readers. */
  readonly label = input.required<string>();
  readonly columns = input.required<readonly TableColumn[]>();
  readonly rows = input.required<readonly Row[]>();
  /** What a row is called. */
  readonly nameOf = input.required<(row: Row) => string>();
  readonly isSelectable = input(false, { transform: booleanAttribute });
  /** Required where rows can be chosen. */
  readonly texts = input(noTexts);
  readonly state = input<TableState>('answered');
  readonly isBusy = input(false, { transform: booleanAttribute });
  /** The ids of the chosen rows. */
  readonly selected = model<ReadonlySet<string>>(new Set());
  readonly opened = output<Row>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** By the ids of their columns; each `TableCell` brings its own. */
  protected readonly templates = signal<ReadonlyMap<string, CellTemplate<Row>>>(new Map());
  private readonly wanted = signal<GridPlace>({ row: 1, column: 0 });
  /** What has the focus, or had it when it was taken out. */
  private focused: HTMLElement | null = null;

  /** Columns before those of the owner. */
  protected readonly offset = computed(() => (this.isSelectable() ? 1 : 0));
  protected readonly tracks = computed(() => {
    const own = this.columns().map(({ width }) => width ?? 'minmax(0, 1fr)');
    return (this.isSelectable() ? ['var(--hit)', ...own] : own).join(' ');
  });
  private readonly size = computed(() => ({
    top: this.isSelectable() ? (0 as const) : (1 as const),
    rows: this.rows().length,
    columns: this.columns().length + this.offset(),
  }));
  /** Where Tab stops. */
  protected readonly place = computed(() => within(this.wanted(), this.size()));
  private readonly chosenHere = computed(
    () => this.rows().filter(({ id }) => this.selected().has(id)).length,
  );
  protected readonly areAll = computed(
    () => this.rows().length > 0 && this.chosenHere() === this.rows().length,
  );
  protected readonly areSome = computed(() => this.chosenHere() > 0 && !this.areAll());

  constructor() {
    afterEveryRender({ read: () => this.restore() });
  }

  /** What stands in the cells of a column. */
  show(column: string, template: CellTemplate<Row>): void {
    this.templates.update((templates) => new Map([...templates, [column, template]]));
  }

  /** To the cell where Tab would stop. */
  focus(): void {
    this.cellAt(this.place())?.focus();
  }

  protected isAt(row: number, column: number): boolean {
    const place = this.place();
    return place.row === row && place.column === column;
  }

  protected toggle(row: Row): void {
    const selected = new Set(this.selected());
    if (!selected.delete(row.id)) selected.add(row.id);
    this.selected.set(selected);
  }

  protected toggleAll(): void {
    this.selected.set(new Set(this.areAll() ? [] : this.rows().map(({ id }) => id)));
  }

  protected open(row: Row, event: Event): void {
    if ((event.target as Element).closest('.choose') === null) this.opened.emit(row);
  }

  protected steer(event: KeyboardEvent): void {
    const to = placeAfter(event, this.place(), this.size(), this.isRightToLeft());
    if (to) this.go(to);
    else if (!this.act(event)) return;
    event.preventDefault();
  }

  protected note({ target }: FocusEvent): void {
    this.focused = target as HTMLElement;
    const [row, column] = (this.focused.dataset['cell'] ?? '').split(':').map(Number);
    if (row !== undefined && column !== undefined) this.wanted.set({ row, column });
  }

  /** It went somewhere; a row that is taken out loses it to nothing. */
  protected forget({ relatedTarget }: FocusEvent): void {
    if (relatedTarget) this.focused = null;
  }

  private go(to: GridPlace): void {
    this.wanted.set(to);
    this.cellAt(to)?.focus();
  }

  /** Whether the key was for the row, or for all of them. */
  private act({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
    const row = this.rows()[this.place().row - 1];
    const isAll = (ctrlKey || metaKey) && key.toLowerCase() === 'a';
    if (isAll && this.isSelectable()) this.selected.set(new Set(this.rows().map(({ id }) => id)));
    // A box takes Space by itself.
    else if (key === ' ' && !(target instanceof HTMLInputElement) && row && this.isSelectable())
      this.toggle(row);
    else if (key === 'Enter' && row) this.opened.emit(row);
    else return false;
    return true;
  }

  /** The row with the focus has gone: it goes on from the one that stands there now. */
  private restore(): void {
    if (!this.focused || this.focused.isConnected) return;
    this.focused = null;
    if (document.activeElement === document.body) this.focus();
  }

  private cellAt({ row, column }: GridPlace): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`[data-cell='${row}:${column}']`);
  }

  private isRightToLeft(): boolean {
    return getComputedStyle(this.host).direction === 'rtl';
  }
}
