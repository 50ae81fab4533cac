import { inject, Injectable } from '@angular/core';
import type { AuditEntry, AuditPage, AuditVerdict, UserId } from '@app/contracts';
import { askedWith, Browser, ConnectionLost, RequestProblem, Session } from '@app/web-session';
import { Names } from '../frame/names';

/** Which entries are asked for. `from`, `to`: ISO times, both included. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly targetId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The audit log. Methods reject as `RestClient` does; whom an entry names is known then. */
@Injectable({ providedIn: 'root' })
export class AuditLog {
  private readonly session = inject(Session);
  private readonly browser = inject(Browser);
  private readonly names = inject(Names);

  async list(filter: AuditFilter, cursor?: string): Promise<AuditPage> {
    const query = { ...filter, cursor };
    const page = await this.session.rest.request<AuditPage>('GET', 'admin/audit', { query });
    await this.names.meet(page.items.flatMap(namedBy));
    return page;
  }

  verify(): Promise<AuditVerdict> {
    return this.session.rest.request('GET', 'admin/audit/verify');
  }

  /** All of it, as JSON Lines. However long it takes: it is as long as the log is. */
  async export(): Promise<Blob> {
    const answer = await askedWith(this.session.tokens, (token) => this.fetch(token));
    if (!answer.ok) throw RequestProblem.fromBody(await bodyOf(answer), answer.status);
    return readThrough(() => answer.blob());
  }

  private fetch(token: string): Promise<Response> {
    const headers = { 'X-Parley-Client': 'web', Authorization: `Bearer ${token}` };
    return readThrough(() => this.browser.fetch('/api/admin/audit/export', { headers }));
  }
}

async function readThrough<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    // TypeError: no network, or it broke in the middle.
    throw new ConnectionLost();
  }
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return (await answer.json()) as unknown;
  } catch {
    // SyntaxError: the page of a proxy.
    return {};
  }
}

function namedBy({ actor, target }: AuditEntry): readonly UserId[] {
  const ids = target?.kind === 'user' ? [actor.id, target.id as UserId] : [actor.id];
  return ids.filter((id) => id !== ANONYMOUS);
}

/** Who was not known when it was done. */
export const ANONYMOUS = 'anonymous';
