import { Topology, TopologyApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Limit, Route } from '@app/platform';
import { Get } from '@nestjs/common';
import { aTopology } from './topology-example.js';

@EdgeController('admin/topology', 'The processes that share the work, and what waits between them.')
export class TopologyController {
  constructor(private readonly topology: TopologyApi) {}

  @Get()
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'See which processes run, and how they are',
    scope: 'admin:read',
    description:
      'Processes by app and start: state, version, what each depends on, what it thinks of others ' +
      '(`breakers`), and what it has to carry. One that ends without a word is `lost` after some ' +
      'seconds, and told of for ten minutes more. `streams`: facts that modules have yet to handle; ' +
      '`queues`: jobs by kind. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: Topology,
    example: aTopology,
  })
  get(@CurrentActor() actor: Actor): Promise<Topology> {
    return this.topology.get(actor, {});
  }
}
