import {
  Account,
  AccountPage,
  AccountPatch,
  AccountQuery,
  AccountsApi,
  AdminApi,
  Mute,
  ResetLink,
  UserId,
  Warning,
  WithReason,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, OnlyByTls, Route } from '@app/platform';
import { Body, Get, Param, Patch, Post, Query } from '@nestjs/common';

@EdgeController('admin/users', 'Accounts, seen by those who run the workspace.')
export class AdminUsersController {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly admin: AdminApi,
  ) {}

  @Get()
  @Route({
    summary: 'List the people of the workspace',
    scope: 'admin:read',
    description:
      'By username, the suspended ones too. `q`: beginnings of words of name and username. For ' +
      'workspace owners and admins.',
    problems: ['forbidden'],
    ok: AccountPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AccountQuery }) query: AccountQuery,
  ): Promise<AccountPage> {
    return this.accounts.list(actor, query);
  }

  @Get(':userId')
  @Route({
    summary: 'Get an account',
    scope: 'admin:read',
    problems: ['forbidden', 'not_found'],
    ok: Account,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<Account> {
    return this.accounts.get(actor, { userId });
  }

  @Patch(':userId')
  @Route({
    summary: 'Rename, suspend or restore somebody, or give them another role',
    scope: 'admin:write',
    description:
      'Roles are given by owners. Owners are changed by nobody else, and keep their role. Who is ' +
      'suspended is signed out everywhere before this answers. `conflict`: they were changed meanwhile.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: Account,
    requestExample: { state: 'suspended', reason: 'Has left the company' },
  })
  change(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: AccountPatch }) patch: AccountPatch,
  ): Promise<Account> {
    return this.admin.changeUser(actor, { userId, patch, origin });
  }

  @Post(':userId/logout')
  @Route({
    summary: 'Sign somebody out, on all their devices',
    scope: 'admin:write',
    problems: ['forbidden', 'not_found'],
  })
  signOut(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: WithReason }) { reason }: WithReason,
  ): Promise<Done> {
    return this.admin.signOutUser(actor, { userId, reason, origin });
  }

  @Post(':userId/warn')
  @Route({
    summary: 'Tell somebody that they must not go on like this',
    scope: 'admin:write',
    description:
      'They read the `reason`, and not who has written it. For owners, admins and moderators, about ' +
      'who is less than they are.',
    problems: ['forbidden', 'not_found'],
    requestExample: { reason: 'No advertising here' },
  })
  warn(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: Warning }) { reason }: Warning,
  ): Promise<Done> {
    return this.admin.warnUser(actor, { userId, reason, origin });
  }

  @Post(':userId/mute')
  @Route({
    summary: 'Keep somebody from writing for a while, or let them write again',
    scope: 'admin:write',
    description:
      'Until `until` what they send, edit or react with is refused with `muted`; null: they may write ' +
      'again. They are told, and read the `reason`. For owners, admins and moderators, about who is ' +
      'less than they are.',
    problems: ['forbidden', 'not_found'],
    requestExample: { until: '2030-01-01T00:00:00.000Z', reason: 'Has been warned twice' },
  })
  mute(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: Mute }) mute: Mute,
  ): Promise<Done> {
    return this.admin.muteUser(actor, { userId, ...mute, origin });
  }

  @Post(':userId/reset-link')
  @OnlyByTls()
  @Route({
    summary: 'Make a link with which somebody chooses a new password',
    description:
      'Good once, for a day, and in place of earlier ones. Whoever has it can be them: give it to ' +
      'nobody else.',
    problems: ['forbidden', 'not_found'],
    ok: ResetLink,
    status: 201,
    example: { path: '/reset/1f0c…', expiresAt: '2026-01-02T00:00:00.000Z' },
  })
  makeResetLink(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: WithReason }) { reason }: WithReason,
  ): Promise<ResetLink> {
    return this.admin.makeResetLink(actor, { userId, reason, origin });
  }
}
