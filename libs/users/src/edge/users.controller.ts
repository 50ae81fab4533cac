import {
  LookUpQuery,
  Profile,
  SearchUsers,
  UserId,
  UserList,
  UserOrProfile,
  UserPage,
  UserPatch,
  UsersApi,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Route } from '@app/platform';
import { Body, Delete, Get, Param, Put, Query } from '@nestjs/common';

@EdgeController('users', 'People, oneself, and whom one has blocked.')
export class UsersController {
  constructor(private readonly users: UsersApi) {}

  // The fixed paths stand before `:userId`: the first that matches is taken.

  @Get('search')
  @Route({
    summary: 'Search people by the beginnings of their name or username',
    scope: 'users:read',
    description:
      'Without `q`: everybody. Case and accents make no difference. Neither deactivated nor blocked ' +
      'people.',
    problems: [],
    ok: UserPage,
  })
  search(
    @CurrentActor() actor: Actor,
    @Query({ schema: SearchUsers }) query: SearchUsers,
  ): Promise<UserPage> {
    return this.users.search(actor, query);
  }

  @Get('lookup')
  @Route({
    summary: 'Get many people at once',
    scope: 'users:read',
    description: '`ids`: up to 100, separated by commas. Unknown ones are left out.',
    problems: [],
    ok: UserList,
  })
  lookUp(
    @CurrentActor() actor: Actor,
    @Query({ schema: LookUpQuery }) { ids }: LookUpQuery,
  ): Promise<UserList> {
    return this.users.lookUp(actor, { userIds: ids });
  }

  @Get('me/blocked')
  @Route({ summary: 'List whom I block', scope: 'users:read', problems: [], ok: UserList })
  blocked(@CurrentActor() actor: Actor): Promise<UserList> {
    return this.users.blocked(actor, {});
  }

  @Get(':userId')
  @Route({
    summary: 'Get a person',
    scope: 'users:read',
    description: 'With settings and e-mail address for oneself, the public fields for others.',
    problems: ['not_found'],
    ok: UserOrProfile,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<UserOrProfile> {
    return this.users.get(actor, { userId });
  }

  @Put(':userId')
  @Route({
    summary: 'Change a person',
    scope: 'users:write',
    scopeOfOthers: 'admin:write',
    description: 'Oneself; others by workspace admins, and roles by its owners.',
    problems: ['forbidden', 'not_found', 'conflict'],
    ok: Profile,
  })
  update(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: UserPatch }) patch: UserPatch,
  ): Promise<Profile> {
    return this.users.update(actor, { userId, patch, origin });
  }

  @Put(':userId/block')
  @Route({ summary: 'Block a person', scope: 'users:write', problems: ['not_found', 'conflict'] })
  block(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<Done> {
    return this.users.block(actor, { userId, isBlocked: true });
  }

  @Delete(':userId/block')
  @Route({ summary: 'No longer block a person', scope: 'users:write', problems: [] })
  unblock(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<Done> {
    return this.users.block(actor, { userId, isBlocked: false });
  }
}
