import { afterRenderEffect, Component, computed, ElementRef, inject } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@app/web-session';
import { Button, EmptyState, Icon, IconButton, ListRow } from '@app/web-ui';
import { FocusOnArrival } from '../../focus-on-arrival';
import { LostCode } from '../../installation/lost-code';
import { Theme } from '../../theme/theme';
import { adminPlaces, placesOf, type PlaceId } from '../admin-places';
import { adminTexts } from '../admin-texts';

/**
 * `/admin`: the pages that one may see, and the chosen one beside them. What somebody may not see
 * is not even asked for; the server, which knows their role as it is now, has the last word.
 */
@Component({
  selector: 'app-admin-page',
  imports: [Button, EmptyState, Icon, IconButton, ListRow, RouterLink, RouterOutlet],
  templateUrl: './admin-page.html',
  styleUrl: './admin-page.css',
})
export class AdminPage {
  private readonly router = inject(Router);
  private readonly me = inject(Session).user;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly texts = adminTexts;
  protected readonly details = adminPlaces;
  protected readonly places = computed(() => placesOf(this.me()?.role));
  protected readonly shown = computed(() => {
    this.router.lastSuccessfulNavigation();
    return this.router.url.split(/[/?#]/)[2];
  });
  protected readonly isForMe = computed(() => this.places().includes(this.shown() as PlaceId));

  constructor() {
    inject(LostCode);
    inject(Theme);
    inject(FocusOnArrival);
    // On a phone they are side by side, and do not all fit.
    afterRenderEffect(() => {
      this.shown();
      const current = this.host.querySelector('[aria-current=page]');
      current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    });
  }
}
