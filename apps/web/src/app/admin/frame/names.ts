import { inject, Injectable, signal } from '@angular/core';
import type { User, UserId, UserList } from '@app/contracts';
import { isLineProblem, Session } from '@app/web-session';

/** How many one question may name. */
const AT_ONCE = 100;

/** People by their ids, where an answer has no more of them than these: each is asked for once. */
@Injectable({ providedIn: 'root' })
export class Names {
  private readonly rest = inject(Session).rest;
  private readonly known = signal<ReadonlyMap<string, User>>(new Map());
  private readonly asked = new Set<string>();

  of(id: string): User | undefined {
    return this.known().get(id);
  }

  /** The name, or else the id. */
  nameOf(id: string): string {
    return this.of(id)?.name ?? id;
  }

  /** Gets to know them. Never rejects: an id says as much, only less well. */
  async meet(ids: readonly UserId[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.known().has(id) && !this.asked.has(id));
    for (let at = 0; at < unknown.length; at += AT_ONCE)
      await this.ask(unknown.slice(at, at + AT_ONCE));
  }

  private async ask(ids: readonly UserId[]): Promise<void> {
    for (const id of ids) this.asked.add(id);
    try {
      const query = { ids: ids.join(',') };
      const { items } = await this.rest.request<UserList>('GET', 'users/lookup', { query });
      this.known.update(
        (known) => new Map([...known, ...items.map((user) => [user.id, user] as const)]),
      );
    } catch (error) {
      // They stay unnamed until they are shown again.
      if (!isLineProblem(error)) throw error;
      for (const id of ids) this.asked.delete(id);
    }
  }
}
