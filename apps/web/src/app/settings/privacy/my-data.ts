import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { exportEveryMs } from '@app/contracts';
import { Button, Icon, Skeleton } from '@app/web-ui';
import { sizeWords } from '../../chats/files/file-looks';
import { settingsTexts } from '../settings-texts';
import { MyExports } from './my-exports';

/** All that is kept of me, to take along: ordered here, and fetched when it is there. */
@Component({
  selector: 'app-my-data',
  imports: [Button, Icon, Skeleton],
  template: `
    <p class="quiet" role="status">{{ state() }}</p>
    @if (mine.last() === undefined && !mine.problem()) {
      <ui-skeleton [rows]="1" />
    } @else {
      <div class="deeds">
        @if (mine.last()?.archive; as archive) {
          <a uiButton download [href]="archive.url" (click)="renew()"
            ><ui-icon name="download" />{{ texts.fetch(size(archive.size)) }}</a
          >
        }
        @if (mayOrder()) {
          <button uiButton kind="quiet" type="button" (click)="mine.order()">
            {{ mine.last()?.archive ? texts.orderAgain : texts.order }}
          </button>
        }
      </div>
    }
    @if (mine.problem(); as problem) {
      <p class="problem" role="alert">{{ problem }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-3);
    }
  `,
  styleUrl: '../settings-form.css',
  providers: [MyExports],
})
export class MyData {
  private readonly locale = inject(LOCALE_ID);
  private readonly days = new Intl.DateTimeFormat(this.locale, { dateStyle: 'long' });

  protected readonly texts = settingsTexts.data;
  protected readonly mine = inject(MyExports);
  protected readonly state = computed(() => {
    const last = this.mine.last();
    if (last?.state === 'pending') return this.texts.pending;
    if (last?.state === 'failed') return this.texts.failed;
    if (!last?.expiresAt) return '';
    const until = this.texts.ready(this.days.format(new Date(last.expiresAt)));
    return last.archive?.leftOut ? `${until} ${this.texts.leftOut}` : until;
  });

  /** One that is there is good for a day: until then the server refuses another one. */
  protected readonly mayOrder = computed(() => {
    const last = this.mine.last();
    if (last?.state !== 'ready') return last?.state !== 'pending';
    return Date.now() - Date.parse(last.createdAt) >= exportEveryMs;
  });

  protected size(bytes: number): string {
    return sizeWords(bytes, this.locale);
  }

  /** A link ends; whoever fetches it once more an hour later follows another one. */
  protected renew(): void {
    void this.mine.load();
  }
}
