import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '@app/web-ui';
import { notificationTexts } from './notification-texts';
import { NotificationStore } from './notification-store';

/** The way to what I was told of, with how much of it I have not read. */
@Component({
  selector: 'app-bell',
  imports: [Icon, RouterLink],
  template: `
    <a
      routerLink="/notifications"
      [attr.aria-label]="texts.bell(store.unread())"
      [attr.aria-current]="isHere() ? 'page' : null"
      [attr.data-tip]="texts.title"
    >
      <ui-icon name="bell" />
      @if (store.unread() > 0) {
        <span class="count">{{ numbers.format(store.unread()) }}</span>
      }
    </a>
  `,
  styleUrl: './bell.css',
})
export class Bell {
  private readonly router = inject(Router);
  protected readonly store = inject(NotificationStore);
  protected readonly numbers = new Intl.NumberFormat(inject(LOCALE_ID));
  protected readonly texts = notificationTexts;
  protected readonly isHere = computed(() => {
    this.router.lastSuccessfulNavigation();
    return this.router.url.split(/[?#]/)[0] === '/notifications';
  });
}
