import {
  MadeToken,
  NewToken,
  TokenId,
  TokenList,
  TokensApi,
  type Actor,
  type Device,
  type Done,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, OnlyByTls, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post } from '@nestjs/common';

@EdgeController('users/me/tokens', 'Personal access tokens, for programs.')
@OnlyByTls()
export class TokensController {
  constructor(private readonly tokens: TokensApi) {}

  @Get()
  @Route({
    summary: 'List my personal access tokens',
    description: 'The newest first, without their secrets; expired ones for a month.',
    problems: ['forbidden'],
    ok: TokenList,
  })
  list(@CurrentActor() actor: Actor): Promise<TokenList> {
    return this.tokens.list(actor, { userId: actor.userId });
  }

  @Post()
  @Route({
    summary: 'Make a personal access token',
    description:
      '`token`, `parley_<id>_<secret>`, is shown this once: it is sent like an access token, and ' +
      'opens the routes of its `scopes`. Good until `expiresAt`, or until it is revoked; it ends, ' +
      'too, when its owner is suspended, signed out by an administrator, or gets a new password by ' +
      'a link. `conflict`: there are 50 already.',
    problems: ['forbidden', 'conflict'],
    ok: MadeToken,
    status: 201,
    requestExample: { name: 'Nightly report', scopes: ['chats:read', 'messages:write'] },
  })
  make(
    @CurrentActor() actor: Actor,
    @Body({ schema: NewToken }) made: NewToken,
    @CurrentOrigin() origin: Device,
  ): Promise<MadeToken> {
    return this.tokens.make(actor, { userId: actor.userId, made, origin });
  }

  @Delete(':tokenId')
  @Route({
    summary: 'Revoke a personal access token',
    description: 'Refused everywhere from now on, and its sockets are closed.',
    problems: ['forbidden', 'not_found'],
  })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('tokenId', { schema: TokenId }) tokenId: TokenId,
    @CurrentOrigin() origin: Device,
  ): Promise<Done> {
    return this.tokens.revoke(actor, { userId: actor.userId, tokenId, origin });
  }
}
