import { inject, Injectable, LOCALE_ID } from '@angular/core';
import type { ChatTotals, DayStats, Stats, StorageTotals, UserTotals } from '@app/contracts';
import { Session } from '@app/web-session';
import type { ChartPoint } from '@app/web-ui';
import { sizeWords } from '../../chats/files/file-looks';
import { statsTexts } from './stats-texts';

/** A number of now, and what else is to be said of it. */
export interface Tile {
  readonly name: string;
  readonly value: string;
  readonly hint: string;
}

/** A picture of days. */
export interface Course {
  readonly id: keyof Omit<DayStats, 'day'>;
  readonly name: string;
  readonly kind: 'columns' | 'line';
  readonly points: readonly ChartPoint[];
  readonly summary: string;
  readonly words: (value: number) => string;
}

/** How much there is, in words and pictures. `of` rejects as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Dashboard {
  private readonly rest = inject(Session).rest;
  private readonly locale = inject(LOCALE_ID);
  private readonly numbers = new Intl.NumberFormat(this.locale);
  private readonly dates = new Intl.DateTimeFormat(this.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  private readonly number = (value: number): string => this.numbers.format(value);
  private readonly size = (bytes: number): string => sizeWords(bytes, this.locale);

  of(days: number): Promise<Stats> {
    return this.rest.request('GET', 'admin/stats', { query: { days: String(days) } });
  }

  tiles({ users, chats, storage, calls }: Stats): readonly Tile[] {
    return [
      ...(users ? this.peopleTiles(users) : []),
      ...(chats ? this.chatTiles(chats) : []),
      ...(storage ? [this.storageTile(storage)] : []),
      ...(calls ? [{ name: statsTexts.calls, value: this.number(calls.calls), hint: '' }] : []),
    ];
  }

  courses({ days }: Stats): readonly Course[] {
    const course = (
      id: Course['id'],
      name: string,
      kind: Course['kind'],
      words: Course['words'],
    ): Course => {
      const points = days.map((day) => ({
        label: this.dates.format(new Date(`${day.day}T00:00:00.000Z`)),
        value: day[id] ?? null,
      }));
      const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
      const last = points.at(-1)?.value ?? null;
      const now = last === null ? statsTexts.unknown : words(last);
      const summary = kind === 'line' ? statsTexts.latest(now) : statsTexts.today(now, words(most));
      return { id, name, kind, points, summary, words };
    };
    return [
      course('messages', statsTexts.messagesPerDay, 'columns', this.number),
      course('calls', statsTexts.callsPerDay, 'columns', this.number),
      course('users', statsTexts.people, 'line', this.number),
      course('storageBytes', statsTexts.storage, 'line', this.size),
    ];
  }

  /** The names of what does not answer; empty: all of it does. */
  away({ away }: Stats): string {
    const names = away.map(
      (part) =>
        ({
          users: statsTexts.people,
          chats: statsTexts.messages,
          storage: statsTexts.storage,
          calls: statsTexts.calls,
        })[part],
    );
    return new Intl.ListFormat(this.locale).format(names);
  }

  private peopleTiles({ total, active, suspended, bots }: UserTotals): readonly Tile[] {
    const { number } = this;
    const hint = statsTexts.peopleHint(number(active), number(suspended));
    return [
      { name: statsTexts.people, value: number(total), hint },
      { name: statsTexts.bots, value: number(bots), hint: '' },
    ];
  }

  private chatTiles({ directChats, groups, channels, messages }: ChatTotals): readonly Tile[] {
    const { number } = this;
    const hint = statsTexts.chatsHint(number(directChats), number(groups), number(channels));
    return [
      { name: statsTexts.chats, value: number(directChats + groups + channels), hint },
      { name: statsTexts.messages, value: number(messages), hint: '' },
    ];
  }

  private storageTile({ bytes, limitBytes }: StorageTotals): Tile {
    const hint = limitBytes === null ? '' : statsTexts.storageHint(this.size(limitBytes));
    return { name: statsTexts.storage, value: this.size(bytes), hint };
  }
}
