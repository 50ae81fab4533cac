import { Stats, StatsApi, StatsQuery, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Query } from '@nestjs/common';

@EdgeController('admin/stats', 'How much there is of everything, and how it came to be.')
export class AdminStatsController {
  constructor(private readonly stats: StatsApi) {}

  @Get()
  @Route({
    summary: 'Count people, chats, messages, files and calls, and tell what each day brought',
    scope: 'admin:read',
    description:
      'Days of UTC, as many as are asked for. A part whose service does not answer is absent, and ' +
      'named in `away`; so is what nobody has counted on a day. For workspace owners and admins.',
    problems: ['forbidden'],
    ok: Stats,
    example: {
      users: { total: 42, active: 40, suspended: 2, bots: 3 },
      chats: { directChats: 120, groups: 18, channels: 9, messages: 15_230 },
      calls: { calls: 77 },
      away: ['storage'],
      days: [
        { day: '2026-01-30', users: 41, messages: 310, calls: 4, storageBytes: 5_242_880 },
        { day: '2026-01-31', users: 42, messages: 57, calls: 0 },
      ],
    },
  })
  get(
    @CurrentActor() actor: Actor,
    @Query({ schema: StatsQuery }) query: StatsQuery,
  ): Promise<Stats> {
    return this.stats.get(actor, query);
  }
}
