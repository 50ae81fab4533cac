import { Component } from '@angular/core';
import { EmojiBook, type EmojiEntry } from '../../emoji/emoji-book';
import { EmojiPicker } from '../../emoji/emoji-picker';
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
  protected readonly texts = {
    search: 'Find emoji',
    groups: 'Groups',
    recent: 'Lately',
    found: 'Found',
    noMatch: 'No emoji of that name',
    tone: 'Tone of skin',
    noTone: 'None',
    groupNames: {
      smileys: 'Smileys & emotion',
      people: 'People & body',
      nature: 'Animals & nature',
      food: 'Food & drink',
      travel: 'Travel & places',
      activities: 'Activities',
      objects: 'Objects',
      symbols: 'Symbols',
      flags: 'Flags',
    },
    toneNames: {
      light: 'light skin tone',
      mediumLight: 'medium-light skin tone',
      medium: 'medium skin tone',
      mediumDark: 'medium-dark skin tone',
      dark: 'dark skin tone',
    },
  };
}
