import { Component, computed, inject, input, output, signal, linkedSignal } from '@angular/core';
import { Button, Field, Select } from '@app/web-ui';
import { isLineProblem } from '@app/web-session';
import { whenTyped } from '../../data-access/when-typed';
import { Names } from '../frame/names';
import { Accounts } from '../people/accounts';
import { auditTexts } from './audit-texts';
import { isDay } from './day-bounds';

/** What is asked for, as the address has it: ids, and days; empty: not asked for. */
export interface AuditQuery {
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

/** By whom, what, and when; asked for once it is written. */
@Component({
  selector: 'app-audit-filters',
  imports: [Button, Field, Select],
  templateUrl: './audit-filters.html',
  styleUrl: './audit-filters.css',
})
export class AuditFilters {
  readonly query = input.required<AuditQuery>();
  readonly asked = output<Partial<AuditQuery>>();

  private readonly accounts = inject(Accounts);
  private readonly names = inject(Names);
  protected readonly texts = auditTexts;
  protected readonly actions = [
    { value: '', label: auditTexts.everyAction },
    ...Object.entries(auditTexts.actions).map(([value, label]) => ({ value, label })),
  ];
  /** The username, as soon as it is known. */
  protected readonly actor = linkedSignal(() => this.usernameOf(this.query().actor));
  protected readonly actorProblem = signal('');
  protected readonly days = linkedSignal(() => ({ from: this.query().from, to: this.query().to }));
  protected readonly targetName = computed(() => {
    const { target } = this.query();
    return target && this.names.nameOf(target);
  });
  protected readonly isNarrow = computed(() =>
    Object.values(this.query()).some((one) => one !== ''),
  );

  constructor() {
    whenTyped(
      () => this.actor().trim(),
      (username) => this.find(username),
    );
  }

  protected setDay(which: 'from' | 'to', day: string): void {
    this.days.update((days) => ({ ...days, [which]: day }));
    if (day === '' || isDay(day)) this.asked.emit({ [which]: day });
  }

  protected dayProblem(day: string): string {
    return day.length < 10 || isDay(day) ? '' : auditTexts.badDate;
  }

  protected clear(): void {
    this.asked.emit({ actor: '', action: '', target: '', from: '', to: '' });
  }

  private async find(username: string): Promise<void> {
    const { actor } = this.query();
    this.actorProblem.set('');
    if (username === this.usernameOf(actor)) return;
    if (username === '') {
      this.asked.emit({ actor: '' });
      return;
    }
    try {
      const { items } = await this.accounts.list({ q: username });
      const found = items.find((one) => one.username.toLowerCase() === username.toLowerCase());
      if (username !== this.actor().trim()) return;
      if (found) this.asked.emit({ actor: found.id });
      else this.actorProblem.set(auditTexts.unknownPerson);
    } catch (error) {
      // The list below asks as well, and says why there is no answer.
      if (!isLineProblem(error)) throw error;
    }
  }

  private usernameOf(id: string): string {
    return id && (this.names.of(id)?.username ?? id);
  }
}
