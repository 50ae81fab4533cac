import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { Icon, IconButton, isOfInputMethod, ListRow, type IconName } from '@app/web-ui';
import { FocusOnArrival } from '../../focus-on-arrival';
import { LostCode } from '../../installation/lost-code';
import { Theme } from '../../theme/theme';
import { sectionIds, type SectionId } from '../section-ids';
import { settingsTexts } from '../settings-texts';

const icons: Readonly<Record<SectionId, IconName>> = {
  profile: 'user',
  account: 'lock',
  devices: 'monitor',
  tokens: 'key',
  notifications: 'bell',
  appearance: 'palette',
  language: 'languages',
  privacy: 'eye',
  writing: 'keyboard',
};

/**
 * `/settings`: the sections, and the chosen one beside them; on a phone, one of the two. Esc and
 * the way back lead to where one came from, however many sections were looked at.
 */
@Component({
  selector: 'app-settings-page',
  imports: [Icon, IconButton, ListRow, RouterLink, RouterOutlet],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: { '(document:keydown.escape)': 'escape($event)' },
})
export class SettingsPage {
  private readonly router = inject(Router);
  private readonly cameFrom = this.router.currentNavigation()?.previousNavigation?.finalUrl ?? '/';

  protected readonly texts = settingsTexts;
  protected readonly sections = sectionIds;
  protected readonly icons = icons;
  /**
   * Whose section is shown. Not by `RouterLinkActive`: the router is one file, so what any page
   * uses of it is in the first load.
   */
  protected readonly shown = computed(() => {
    this.router.lastSuccessfulNavigation();
    return this.router.url.split(/[/?#]/)[2];
  });

  constructor() {
    inject(LostCode);
    inject(Theme);
    inject(FocusOnArrival);
  }

  protected leave(): void {
    void this.router.navigateByUrl(this.cameFrom);
  }

  /** A dialog that it closes has taken the key for itself. */
  protected escape(event: Event): void {
    if (!event.defaultPrevented && !isOfInputMethod(event as KeyboardEvent)) this.leave();
  }
}
