import { CallPage, CallsApi, IceServers, LiveCalls, PageQuery, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Limit, Route } from '@app/platform';
import { Get, Query } from '@nestjs/common';
import { IceCredentials } from './ice-credentials.js';

@EdgeController('calls', 'Calls that were, and those that run. They are made by sockets.')
export class CallsController {
  constructor(
    private readonly calls: CallsApi,
    private readonly credentials: IceCredentials,
  ) {}

  @Get()
  @Route({
    summary: 'List my calls',
    scope: 'calls:read',
    description: 'The newest first, those that run among them.',
    problems: [],
    ok: CallPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<CallPage> {
    return this.calls.list(actor, query);
  }

  @Get('live')
  @Route({
    summary: 'List the calls that run in my chats',
    scope: 'calls:read',
    description:
      'Those that I am in or am called to, and group calls that I may join, also as a guest.',
    problems: [],
    ok: LiveCalls,
  })
  live(@CurrentActor() actor: Actor): Promise<LiveCalls> {
    return this.calls.live(actor, {});
  }

  @Get('ice-servers')
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Get servers by which a call finds its way',
    scope: 'calls:write',
    description:
      'STUN and TURN servers as RTCPeerConnection takes them; none where the server knows none. ' +
      'Names and passwords are mine, and good until `expiresAt`.',
    problems: [],
    ok: IceServers,
  })
  iceServers(@CurrentActor() actor: Actor): IceServers {
    return this.credentials.of(actor);
  }
}
