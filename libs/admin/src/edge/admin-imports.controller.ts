import {
  Import,
  ImportId,
  ImportList,
  ImportsApi,
  NewImport,
  WhyRemoved,
  type Actor,
  type Done,
  type Origin,
} from '@app/contracts';
import { CurrentActor, CurrentOrigin, EdgeController, Limit, Route } from '@app/platform';
import { Body, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { anImport } from './import-example.js';

const { id, source, fileId, fileName, createdBy, createdAt } = anImport;
const example = {
  ...anImport,
  notes: anImport.notes.map((note) => ({ ...note, examples: [...note.examples] })),
};

@EdgeController('admin/imports', 'What was said in Slack or Mattermost, into chats of its own.')
export class AdminImportsController {
  constructor(private readonly imports: ImportsApi) {}

  @Get()
  @Limit({ per: 'user', share: 1 / 5 })
  @Route({
    summary: 'List imports',
    scope: 'admin:read',
    description:
      'The newest first: the one that is under way (`pending`), and those that have ended lately. For ' +
      'workspace owners.',
    problems: ['forbidden'],
    ok: ImportList,
    example: { items: [example] },
  })
  list(@CurrentActor() actor: Actor): Promise<ImportList> {
    return this.imports.list(actor, {});
  }

  @Get(':importId')
  @Route({
    summary: 'Read how an import comes along',
    scope: 'admin:read',
    description:
      'How much has come in, and what was left out and why. `failed`: `refusal` says what is wrong ' +
      'with the source, and in which file and line. For workspace owners.',
    problems: ['forbidden', 'not_found'],
    ok: Import,
    example,
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('importId', { schema: ImportId }) importId: ImportId,
  ): Promise<Import> {
    return this.imports.get(actor, { importId });
  }

  @Post()
  @Limit({ per: 'user', share: 1 / 10 })
  @Route({
    summary: 'Bring in what was said elsewhere',
    scope: 'admin:write',
    description:
      "Of a file that was uploaded before, into one of the actor's own chats (their notes, say), and " +
      'not sent. A trial writes nothing, and says what would come in. Each chat of the source becomes ' +
      'a new one here; people are known by their e-mail address, or else their username, and the ' +
      'others get accounts that nobody can sign in with. Nobody is notified of any of it. Again from ' +
      'the same source brings in only what is not there yet. `conflict`: another one is under way. For ' +
      'workspace owners.',
    problems: ['forbidden', 'not_found', 'gone', 'conflict'],
    ok: Import,
    status: 202,
    example: {
      ...{ id, source, isTrial: true, state: 'pending', fileId, fileName, createdBy, createdAt },
      counts: {
        matchedPeople: 0,
        placeholders: 0,
        chats: 0,
        messages: 0,
        reactions: 0,
        files: 0,
      },
      notes: [],
    },
    requestExample: { source, fileId, isTrial: true },
  })
  start(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Body({ schema: NewImport }) order: NewImport,
  ): Promise<Import> {
    return this.imports.start(actor, { order, origin });
  }

  @Delete(':importId')
  @Route({
    summary: 'Stop an import, or take it off the list',
    scope: 'admin:write',
    description:
      'One that is under way ends, and what has come in by then stays. For workspace owners.',
    problems: ['forbidden', 'not_found'],
  })
  remove(
    @CurrentActor() actor: Actor,
    @CurrentOrigin() origin: Origin,
    @Param('importId', { schema: ImportId }) importId: ImportId,
    @Query({ schema: WhyRemoved }) { reason }: WhyRemoved,
  ): Promise<Done> {
    return this.imports.remove(actor, { importId, reason, origin });
  }
}
