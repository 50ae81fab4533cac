import {
  Account,
  AccountsApi,
  MadeToken,
  NewBot,
  NewToken,
  TokenId,
  TokenList,
  TokensApi,
  UserId,
  type Actor,
  type Device,
  type Done,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, OnlyByTls, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post } from '@nestjs/common';

@EdgeController('admin/bots', 'Accounts of programs, and the tokens that they speak by.')
@OnlyByTls()
export class BotsController {
  constructor(
    private readonly accounts: AccountsApi,
    private readonly tokens: TokensApi,
  ) {}

  @Post()
  @Route({
    summary: 'Make an account for a program',
    description:
      'With the role `bot`, and neither password nor e-mail address: it speaks by tokens alone. ' +
      'Found, renamed and suspended as people are (`/api/admin/users?role=bot`). For workspace ' +
      'owners and admins. `conflict`: the username is taken.',
    scope: 'admin:write',
    problems: ['forbidden', 'conflict'],
    ok: Account,
    status: 201,
    requestExample: { username: 'deploys', name: 'Deployments' },
  })
  make(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Device,
    @Body({ schema: NewBot }) bot: NewBot,
  ): Promise<Account> {
    return this.accounts.makeBot(actor, { bot, origin });
  }

  @Get(':userId/tokens')
  @Route({
    summary: 'List the tokens of a bot',
    scope: 'admin:read',
    problems: ['forbidden'],
    ok: TokenList,
  })
  listTokens(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
  ): Promise<TokenList> {
    return this.tokens.list(actor, { userId });
  }

  @Post(':userId/tokens')
  @Route({
    summary: 'Make a token for a bot',
    description:
      'As for oneself: shown this once. `forbidden`, too, where it is no bot, or suspended.',
    problems: ['forbidden', 'conflict'],
    ok: MadeToken,
    status: 201,
    requestExample: { name: 'Production', scopes: ['messages:write'] },
  })
  makeToken(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Body({ schema: NewToken }) made: NewToken,
    @CurrentOrigin() origin: Device,
  ): Promise<MadeToken> {
    return this.tokens.make(actor, { userId, made, origin });
  }

  @Delete(':userId/tokens/:tokenId')
  @Route({
    summary: 'Revoke a token of a bot',
    scope: 'admin:write',
    problems: ['forbidden', 'not_found'],
  })
  revokeToken(
    @CurrentActor() actor: Actor,
    @Param('userId', { schema: UserId }) userId: UserId,
    @Param('tokenId', { schema: TokenId }) tokenId: TokenId,
    @CurrentOrigin() origin: Device,
  ): Promise<Done> {
    return this.tokens.revoke(actor, { userId, tokenId, origin });
  }
}
