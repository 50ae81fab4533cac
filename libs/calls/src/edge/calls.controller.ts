import { CallPage, CallsApi, PageQuery, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Query } from '@nestjs/common';

@EdgeController('calls')
export class CallsController {
  constructor(private readonly calls: CallsApi) {}

  @Get()
  @Route({
    summary: 'List my calls',
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
}
