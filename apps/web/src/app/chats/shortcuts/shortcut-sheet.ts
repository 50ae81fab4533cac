import { Component, inject } from '@angular/core';
import { Dialog } from '@app/web-ui';
import { Preferences } from '../../preferences/preferences';
import { keyNames } from './key-names';
import { enterKeys, otherKeys } from './other-keys';
import { shortcutTexts } from './shortcut-texts';
import { shortcuts } from './shortcuts';

/** What the keys do: `?`. Reads the tables that they work by, and what the person has chosen. */
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
  private readonly sendKey = inject(Preferences).sendKey.value();
  private readonly writing = { ...enterKeys[this.sendKey], ...otherKeys.writing };
  protected readonly groups = Object.entries({
    shell: shortcuts,
    ...otherKeys,
    writing: this.writing,
  }).map(([group, keys]) => ({
    title: shortcutTexts.groups[group as keyof typeof shortcutTexts.groups],
    lines: Object.entries(keys).map(([id, chord]) => ({
      words: shortcutTexts.keys[id as keyof typeof shortcutTexts.keys],
      keys: keyNames(chord),
    })),
  }));
}
