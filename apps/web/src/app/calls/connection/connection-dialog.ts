import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { lanes, type IncomingMedia, type TrackNumbers } from '@app/web-calls';
import { Button, DIALOG, Dialog, type DialogHandle } from '@app/web-ui';
import { PeopleNames } from '../../chats/people-names';
import { callTexts } from '../call-texts';

/** What comes of each in a call, in numbers of the last two seconds. */
@Component({
  selector: 'app-connection-dialog',
  imports: [Button, Dialog],
  template: `
    <ui-dialog [title]="texts.connection.title">
      <p>{{ mine() }}</p>
      @for (person of people(); track person.id) {
        <section [attr.aria-label]="person.name">
          <h3>
            <bdi>{{ person.name }}</bdi>
          </h3>
          @if (person.lines.length > 0) {
            <dl>
              @for (line of person.lines; track line.lane) {
                <dt>{{ texts.connection.lanes[line.lane] }}</dt>
                <dd>{{ line.words }}</dd>
              }
            </dl>
          } @else {
            <p class="nothing">{{ texts.connection.nothing }}</p>
          }
        </section>
      }
      <button actions uiButton type="button" (click)="handle.close()">{{ texts.done }}</button>
    </ui-dialog>
  `,
  styleUrl: './connection-dialog.css',
})
export class ConnectionDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<void, IncomingMedia>;
  protected readonly texts = callTexts;
  private readonly incoming = this.handle.data;
  private readonly names = inject(PeopleNames);
  private readonly whole = formatOf(inject(LOCALE_ID), { maximumFractionDigits: 0 });
  private readonly share = formatOf(inject(LOCALE_ID), {
    style: 'percent',
    maximumFractionDigits: 1,
  });

  protected readonly mine = computed(() => {
    const numbers = this.incoming.numbers();
    const roundTripMs = numbers?.roundTripMs ?? null;
    if (numbers === null || roundTripMs === null) return callTexts.connection.notYet;
    return callTexts.connection.mine(this.whole(roundTripMs), this.share(numbers.lostByOthers));
  });

  protected readonly people = computed(() => {
    const tracks = this.incoming.numbers()?.tracks;
    return [...this.incoming.received()].map(([id, received]) => {
      const lines = lanes.flatMap((lane) => {
        const numbers = tracks?.get(received[lane]?.id ?? '');
        return numbers && numbers.kbitPerS > 0 ? [{ lane, words: this.words(numbers) }] : [];
      });
      return { id, name: this.names.of(id), lines };
    });
  });

  private words({ kbitPerS, lost, jitterMs, picture }: TrackNumbers): string {
    const { came, uneven, size } = callTexts.connection;
    const about =
      picture === undefined
        ? uneven(this.whole(jitterMs))
        : size(`${picture.width} × ${picture.height}`, this.whole(picture.perS));
    return `${came(this.whole(kbitPerS), this.share(lost))} · ${about}`;
  }
}

function formatOf(locale: string, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(locale, options);
  return (value) => format.format(value);
}
