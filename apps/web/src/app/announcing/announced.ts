import { Component, computed, inject, LOCALE_ID, ViewEncapsulation } from '@angular/core';
import type { Notice, Severity } from '@app/contracts';
import { Banner, Button, IconButton, type IconName } from '@app/web-ui';
import { announcingTexts } from './announcing-texts';
import { ExportNote } from './export-note';
import { WhatIsSaid } from './what-is-said';

const looks: Readonly<Record<Severity, { kind: 'quiet' | 'warning' | 'danger'; icon: IconName }>> =
  {
    info: { kind: 'quiet', icon: 'megaphone' },
    warning: { kind: 'warning', icon: 'megaphone' },
    critical: { kind: 'danger', icon: 'circle-alert' },
  };

/**
 * Over the whole page, whichever it is: what is said to everybody, what moderators tell me, for
 * which I have to say that I have read it, and what became of the data that I have ordered.
 */
@Component({
  selector: 'app-announced',
  imports: [Banner, Button, IconButton],
  template: `
    @if (isThere()) {
      <section [attr.aria-label]="texts.region">
        @for (notice of said.notices(); track notice.id) {
          <ui-banner kind="warning" icon="shield-check">
            {{ words(notice) }} <bdi>{{ notice.text }}</bdi>
            <button
              action
              uiButton
              kind="quiet"
              type="button"
              (click)="said.acknowledge(notice.id)"
            >
              {{ texts.understood }}
            </button>
          </ui-banner>
        }
        @for (one of said.announcements(); track one.id) {
          <ui-banner [kind]="looks[one.severity].kind" [icon]="looks[one.severity].icon">
            <span dir="auto">{{ one.text }}</span>
            @if (one.isDismissible) {
              <button
                action
                uiIconButton
                type="button"
                icon="x"
                [label]="texts.dismiss(one.text)"
                (click)="said.dismiss(one.id)"
              ></button>
            }
          </ui-banner>
        }
        @if (mine.end(); as end) {
          <ui-banner
            [kind]="end === 'ready' ? 'quiet' : 'warning'"
            [icon]="end === 'ready' ? 'download' : 'circle-alert'"
          >
            {{ texts.exports[end] }}
            <button action uiButton kind="text" type="button" (click)="mine.open()">
              {{ texts.open }}
            </button>
            <button
              action
              uiIconButton
              type="button"
              icon="x"
              [label]="texts.dismiss(texts.exports[end])"
              (click)="mine.dismiss()"
            ></button>
          </ui-banner>
        }
      </section>
    }
  `,
  styleUrl: './announced.css',
  // The page below has what is left of the height.
  encapsulation: ViewEncapsulation.None,
})
export class Announced {
  protected readonly said = inject(WhatIsSaid);
  protected readonly mine = inject(ExportNote);
  private readonly times = new Intl.DateTimeFormat(inject(LOCALE_ID), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  protected readonly texts = announcingTexts;
  protected readonly looks = looks;
  protected readonly isThere = computed(
    () =>
      this.said.notices().length + this.said.announcements().length > 0 || this.mine.end() !== null,
  );

  protected words({ kind, until }: Notice): string {
    return {
      warning: announcingTexts.warning,
      mute: announcingTexts.mute(until ? this.times.format(new Date(until)) : ''),
      unmute: announcingTexts.unmute,
    }[kind];
  }
}
