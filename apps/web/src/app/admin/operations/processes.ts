import { inject, Injectable } from '@angular/core';
import type { ServerProcess, Topology } from '@app/contracts';
import { Session } from '@app/web-session';

/** The processes that share the work. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Processes {
  private readonly rest = inject(Session).rest;

  get(): Promise<Topology> {
    return this.rest.request('GET', 'admin/topology');
  }

  async drain({ id }: ServerProcess, why: { readonly reason?: string }): Promise<void> {
    await this.rest.request('POST', 'admin/drain', { body: { processId: id, ...why } });
  }

  async resume({ id }: ServerProcess, query: { readonly reason?: string }): Promise<void> {
    await this.rest.request('DELETE', `admin/drain/${id}`, { query });
  }
}
