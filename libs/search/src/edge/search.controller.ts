import {
  FoundEverything,
  FoundMessages,
  SearchApi,
  SearchEverything,
  searchComplaints,
  SearchMessages,
  type Actor,
} from '@app/contracts';
import { CurrentActor, EdgeController, Limit, Route } from '@app/platform';
import { Get, Query } from '@nestjs/common';

/** Asked while somebody types, and dearer than a page of a chat. */
const share = 1 / 4;

const grammar =
  'Words, of which the last of each may go on; `"a phrase"`; `-not`; `from:` `mentions:` (a username ' +
  'or `me`), `in:` (a slug, a name or a username), `has:` (link, file, image, video, audio, voice, ' +
  'reaction), `is:` (pinned, edited, reply), `before:` `after:` `on:` (2026, 2026-11, 2026-11-29). ' +
  'Days are those of `timeZone` (IANA), or else `utcOffset` minutes ahead of UTC. ' +
  'An issue of `validation_failed` has the `offset` of what cannot be read, and the `complaint`: ' +
  `${Object.keys(searchComplaints).join(', ')}.`;

@EdgeController('search', 'Messages, people, chats and files by their words.')
export class SearchController {
  constructor(private readonly search: SearchApi) {}

  @Get()
  @Limit({ per: 'user', share })
  @Route({
    summary: 'Search people, chats, channels, files and messages',
    scope: 'search:read',
    description: `A few of each. ${grammar}`,
    problems: [],
    ok: FoundEverything,
  })
  everything(
    @CurrentActor() actor: Actor,
    @Query({ schema: SearchEverything }) query: SearchEverything,
  ): Promise<FoundEverything> {
    return this.search.everything(actor, query);
  }

  @Get('messages')
  @Limit({ per: 'user', share })
  @Route({
    summary: 'Search messages',
    scope: 'search:read',
    description:
      'Of all that I may read, with what to mark and what was said beside it; jump to one by ' +
      `\`GET /api/messages/:id?aroundSeq=\`. ${grammar} A page may have fewer than \`limit\`, even ` +
      'none, where much was looked through: go on while `hasMore`.',
    problems: ['not_found', 'not_member'],
    ok: FoundMessages,
  })
  messages(
    @CurrentActor() actor: Actor,
    @Query({ schema: SearchMessages }) query: SearchMessages,
  ): Promise<FoundMessages> {
    return this.search.messages(actor, query);
  }
}
