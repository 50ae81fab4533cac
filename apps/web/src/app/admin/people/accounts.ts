import { inject, Injectable } from '@angular/core';
import type {
  Account,
  AccountPage,
  AccountPatch,
  AccountState,
  ResetLink,
  UserId,
  WithReason,
  WorkspaceRole,
} from '@app/contracts';
import { Session } from '@app/web-session';

/** Which accounts are asked for; what is not named is not asked about. */
export interface AccountFilter {
  readonly q?: string | undefined;
  readonly role?: WorkspaceRole | undefined;
  readonly state?: AccountState | undefined;
}

/** The people of the workspace, for who runs it. Methods reject as `RestClient` does. */
@Injectable({ providedIn: 'root' })
export class Accounts {
  private readonly rest = inject(Session).rest;

  list({ q, role, state }: AccountFilter, cursor?: string): Promise<AccountPage> {
    return this.rest.request('GET', 'admin/users', { query: { q, role, state, cursor } });
  }

  get(id: UserId): Promise<Account> {
    return this.rest.request('GET', `admin/users/${id}`);
  }

  change(id: UserId, patch: AccountPatch): Promise<Account> {
    return this.rest.request('PATCH', `admin/users/${id}`, { body: patch });
  }

  async signOut(id: UserId, why: WithReason): Promise<void> {
    await this.rest.request('POST', `admin/users/${id}/logout`, { body: why });
  }

  /** The whole address. */
  async makeResetLink(id: UserId, why: WithReason): Promise<ResetLink> {
    const path = `admin/users/${id}/reset-link`;
    const link = await this.rest.request<ResetLink>('POST', path, { body: why });
    return { ...link, path: location.origin + link.path };
  }
}
