import { Component, inject } from '@angular/core';
import { Theme, type ThemeChoice } from '../../theme/theme';
import { settingsTexts } from '../settings-texts';

const choices = ['system', 'light', 'dark', 'contrast'] as const;

/**
 * The themes, each as a small picture of itself: native radio buttons. A picture is drawn with the
 * tokens of its theme, so it cannot differ from it.
 */
@Component({
  selector: 'app-theme-cards',
  templateUrl: './theme-cards.html',
  styleUrl: './theme-cards.css',
})
export class ThemeCards {
  private readonly theme = inject(Theme);

  protected readonly texts = settingsTexts.appearance;
  protected readonly chosen = this.theme.choice;
  /** The one that follows the device shows both that it may be. */
  protected readonly cards = choices.map((id) => ({
    id,
    looks: id === 'system' ? ['light', 'dark'] : [id],
  }));

  protected choose(choice: ThemeChoice): void {
    this.theme.choose(choice);
  }
}
