import { Component } from '@angular/core';
import { Dialog } from '@app/web-ui';
import { keyNames } from './key-names';
import { otherKeys } from './other-keys';
import { shortcutTexts } from './shortcut-texts';
import { shortcuts } from './shortcuts';

/** What the keys do: `?`. Reads the table that they work by. */
@Component({
  selector: 'app-shortcut-sheet',
  imports: [Dialog],
  template: `
    <ui-dialog [title]="texts.title" isText>
      @for (group of groups; track group.title) {
        <section>
          <h3>{{ group.title }}</h3>
          <dl>
            @for (line of group.lines; track line.words) {
              <div>
                <dt>{{ line.words }}</dt>
                <dd>
                  @for (key of line.keys; track key) {
                    <kbd>{{ key }}</kbd>
                  }
                </dd>
              </div>
            }
          </dl>
        </section>
      }
    </ui-dialog>
  `,
  styleUrl: './shortcut-sheet.css',
})
export class ShortcutSheet {
  protected readonly texts = shortcutTexts;
  protected readonly groups = Object.entries({ shell: shortcuts, ...otherKeys }).map(
    ([group, keys]) => ({
      title: shortcutTexts.groups[group as keyof typeof shortcutTexts.groups],
      lines: Object.entries(keys).map(([id, chord]) => ({
        words: shortcutTexts.keys[id as keyof typeof shortcutTexts.keys],
        keys: keyNames(chord),
      })),
    }),
  );
}
