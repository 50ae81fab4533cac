import { Directive, inject, input, TemplateRef } from '@angular/core';

/**
 * What stands in the cells of one column: `<ng-template uiCell="role"
 * [uiCellOf]="rows()" let-row>`. The rows are named for their type alone.
 */
@Directive({ selector: 'ng-template[uiCell]' })
export class TableCell<Row> {
  /** The id of the column. */
  readonly column = input.required<string>({ alias: 'uiCell' });
  readonly rows = input.required<readonly Row[]>({ alias: 'uiCellOf' });

  readonly template = inject<TemplateRef<{ readonly $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _cell: TableCell<Row>,
    _context: unknown,
  ): _context is { readonly $implicit: Row } {
    return true;
  }
}
