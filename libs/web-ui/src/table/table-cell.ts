import { Directive, inject, input, TemplateRef, type OnInit } from '@angular/core';
import { Table, type TableRow } from './table';

/**
 * What stands in the cells of one column: `<ng-template uiCell="role"
 * [uiCellOf]="rows()" let-row>`. The rows are named for their type alone.
 */
@Directive({ selector: 'ng-template[uiCell]' })
export class TableCell<Row extends TableRow> implements OnInit {
  /** The id of the column. */
  readonly column = input.required<string>({ alias: 'uiCell' });
  readonly rows = input.required<readonly Row[]>({ alias: 'uiCellOf' });

  private readonly table = inject<Table<Row>>(Table);
  private readonly template = inject<TemplateRef<{ readonly $implicit: Row }>>(TemplateRef);

  /** It tells the table, which need not look for it: no other code has queries of content. */
  ngOnInit(): void {
    this.table.show(this.column(), this.template);
  }

  static ngTemplateContextGuard<Row extends TableRow>(
    _cell: TableCell<Row>,
    _context: unknown,
  ): _context is { readonly $implicit: Row } {
    return true;
  }
}
