import { inject, Injectable } from '@angular/core';
import type { AuditEntry } from '@app/contracts';
import { handleOf } from '../../chats/people/handle';
import { Names } from '../frame/names';
import { ANONYMOUS } from './audit-log';
import { auditTexts } from './audit-texts';

const actions: Readonly<Record<string, string | undefined>> = auditTexts.actions;
const kinds: Readonly<Record<string, string | undefined>> = auditTexts.kinds;

/** What an entry says, in a few words each. Of another release, it says what that has written. */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  private readonly names = inject(Names);

  who({ actor }: AuditEntry): string {
    return actor.id === ANONYMOUS ? auditTexts.anonymous : this.person(actor.id);
  }

  action({ action }: AuditEntry): string {
    return actions[action] ?? action;
  }

  /** Empty: it was done to nothing. `name`: of what has one that was asked for. */
  target({ target }: AuditEntry, name?: string): string {
    if (!target) return '';
    if (target.kind === 'user') return this.person(target.id);
    return `${kinds[target.kind] ?? target.kind} ${name ?? target.id}`;
  }

  outcome({ outcome }: AuditEntry): string {
    return auditTexts.outcomes[outcome];
  }

  private person(id: string): string {
    const user = this.names.of(id);
    return user ? `${user.name} ${handleOf(user)}` : id;
  }
}
