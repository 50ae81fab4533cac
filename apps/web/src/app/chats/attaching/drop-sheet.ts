import { Component, input } from '@angular/core';
import { Icon } from '@app/web-ui';
import { attachingTexts } from './attaching-texts';

/** Over the conversation while files are dragged across it: says where they would go. */
@Component({
  selector: 'app-drop-sheet',
  imports: [Icon],
  template: `
    <div role="status">
      <ui-icon name="upload" />
      <b dir="auto">{{ texts.drop(title()) }}</b>
      <span>{{ texts.dropHint }}</span>
    </div>
  `,
  styleUrl: './drop-sheet.css',
})
export class DropSheet {
  readonly title = input.required<string>();
  protected readonly texts = attachingTexts;
}
