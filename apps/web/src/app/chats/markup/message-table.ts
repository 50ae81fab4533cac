import { Component, input } from '@angular/core';
import { markupTexts } from './markup-texts';
import type { TableBlock } from './markup';
import { MessageWords } from './message-words';

/** A table of a message; what is wider than the column is scrolled to. */
@Component({
  selector: 'app-message-table',
  imports: [MessageWords],
  template: `
    <div class="frame" role="region" tabindex="0" [attr.aria-label]="texts.table">
      <table dir="auto">
        <thead>
          <tr>
            @for (cell of table().header; track $index) {
              <th scope="col" [class]="cell.align ?? ''">
                <app-message-words [isPart]="true" [words]="cell.inline" />
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of table().rows; track $index) {
            <tr>
              @for (cell of row; track $index) {
                <td [class]="cell.align ?? ''">
                  <app-message-words [isPart]="true" [words]="cell.inline" />
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './message-table.css',
})
export class MessageTable {
  readonly table = input.required<TableBlock>();

  protected readonly texts = markupTexts;
}
