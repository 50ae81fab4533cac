import { Component } from '@angular/core';
import { EmojiBook, type EmojiEntry } from '../../emoji/emoji-book';
import { EmojiPicker } from '../../emoji/emoji-picker';
import { emojiPickerEnglish } from '../../emoji/emoji-picker-texts';
import { State } from '../state';

const names = ['grinning face', 'party popper', 'thumbs up', 'red heart', 'rocket', 'eyes', 'fire'];
const entries = Array.from('😀🎉👍🧡🚀👀🔥', (unicode, order): EmojiEntry => {
  const hexcode = unicode.codePointAt(0)!.toString(16).toUpperCase();
  return { unicode, label: names[order]!, hexcode, order, group: order < 4 ? 0 : 5 };
});

const book = new EmojiBook({
  emoji: entries,
  shortcodes: { '1F389': 'tada' },
});

@Component({
  selector: 'ui-emoji-specimen',
  imports: [EmojiPicker, State],
  template: `
    <ui-state name="with what was chosen lately">
      <div class="ui-popover-panel">
        <ui-emoji-picker [book]="book" [texts]="texts" [recent]="['🎉', '🚀']" />
      </div>
    </ui-state>
  `,
  host: { class: 'wide' },
})
export class EmojiSpecimen {
  protected readonly book = book;
  protected readonly texts = emojiPickerEnglish;
}
