import { inject, Injectable } from '@angular/core';
import type { Job, JobCountList, JobPage, JobState } from '@app/contracts';
import { Session } from '@app/web-session';

/** Work for later. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Jobs {
  private readonly rest = inject(Session).rest;

  list(state: JobState, kind?: string, cursor?: string): Promise<JobPage> {
    return this.rest.request('GET', 'admin/jobs', { query: { state, kind, cursor } });
  }

  async kinds(): Promise<readonly string[]> {
    const { items } = await this.rest.request<JobCountList>('GET', 'admin/jobs/kinds');
    return items.map(({ kind }) => kind);
  }

  async retry({ id }: Job, body: { readonly reason?: string }): Promise<void> {
    await this.rest.request('POST', `admin/jobs/${id}/retry`, { body });
  }

  async remove({ id }: Job, query: { readonly reason?: string }): Promise<void> {
    await this.rest.request('DELETE', `admin/jobs/${id}`, { query });
  }
}
