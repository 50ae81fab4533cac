import { Component, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { IconButton, ListRow } from '@app/web-ui';
import { sectionIds } from '../section-ids';
import { settingsTexts } from '../settings-texts';

/**
 * `/settings`: the sections, and the chosen one beside them; on a phone, one of the two. Esc and
 * the way back lead to where one came from, however many sections were looked at.
 */
@Component({
  selector: 'app-settings-page',
  imports: [IconButton, ListRow, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: { '(document:keydown.escape)': 'escape($event)' },
})
export class SettingsPage {
  private readonly router = inject(Router);
  private readonly cameFrom = this.router.currentNavigation()?.previousNavigation?.finalUrl ?? '/';

  protected readonly texts = settingsTexts;
  protected readonly sections = sectionIds;

  protected leave(): void {
    void this.router.navigateByUrl(this.cameFrom);
  }

  /** A dialog that it closes has taken the key for itself. */
  protected escape(event: Event): void {
    if (!event.defaultPrevented) this.leave();
  }
}
