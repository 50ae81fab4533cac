import {
  NewDrain,
  ProcessId,
  TopologyApi,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Route } from '@app/platform';
import { Body, Delete, Param, Post, Query } from '@nestjs/common';

@EdgeController('admin/drain', 'Processes that leave new work to others, before they are replaced.')
export class DrainController {
  constructor(private readonly topology: TopologyApi) {}

  @Post()
  @Route({
    summary: 'Let a process leave new work to others',
    scope: 'admin:write',
    description:
      'Within seconds `/health/ready` of it says `draining`, its sockets are told to come back ' +
      'elsewhere, and it takes no new ones, nor requests and calls that another process can take. ' +
      'Calls whose media pass it go on. It does not end, and stays so until this is ended. ' +
      '`conflict`: it is the last of its app at work, as the process of a server alone is.',
    problems: ['forbidden', 'not_found', 'conflict'],
    requestExample: {
      processId: '9f1c2d34-5b6a-4c7d-8e9f-0a1b2c3d4e5f',
      reason: 'Its machine is replaced',
    },
  })
  drain(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewDrain }) drain: NewDrain,
  ): Promise<Done> {
    return this.topology.drain(actor, { ...drain, origin });
  }

  @Delete(':processId')
  @Route({
    summary: 'Let a process take new work again',
    scope: 'admin:write',
    description: 'Within seconds. Nothing happens where it does so already.',
    problems: ['forbidden', 'not_found'],
  })
  resume(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('processId', { schema: ProcessId }) processId: ProcessId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.topology.resume(actor, { processId, reason, origin });
  }
}
