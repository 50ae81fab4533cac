import { afterNextRender, Component, type ElementRef, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@app/web-ui';
import { settingsTexts } from '../settings-texts';
import { isWide } from './is-wide';

/**
 * The frame of a section: its name, the way back to the list on a phone, and one column of what is
 * put in. Groups in it are `<section>`s with an `<h2>`.
 */
@Component({
  selector: 'app-settings-section',
  imports: [Icon, RouterLink],
  template: `
    <header>
      <a routerLink="/settings" class="back" [attr.aria-label]="texts.toSections">
        <ui-icon name="chevron-left" />
      </a>
      <h1 #heading tabindex="-1">{{ title() }}</h1>
    </header>
    <ng-content />
  `,
  styleUrl: './settings-section.css',
})
export class SettingsSection {
  readonly title = input.required<string>();

  protected readonly texts = settingsTexts;
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // What was pressed has gone: the list of a phone, the chat from which one came. The focus would
    // be nowhere.
    afterNextRender(() => {
      const isNowhere = document.activeElement === document.body;
      if (!isWide() || isNowhere) this.heading().nativeElement.focus();
    });
  }
}
