import { inject, Injectable } from '@angular/core';
import type { Topology } from '@app/contracts';
import { Session } from '@app/web-session';

/** The processes that share the work. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Processes {
  private readonly rest = inject(Session).rest;

  get(): Promise<Topology> {
    return this.rest.request('GET', 'admin/topology');
  }
}
