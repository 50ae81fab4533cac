import { ChatId, KeptFor, RetentionApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Get, Param } from '@nestjs/common';

@EdgeController('chats/:chatId', 'For how long the messages of a chat are kept.')
export class RetentionController {
  constructor(private readonly retention: RetentionApi) {}

  @Get('retention')
  @Route({
    summary: 'Read for how long the messages of a chat are kept',
    scope: 'chats:read',
    description: 'So many days; null: for ever. What is older goes every night, for everybody.',
    problems: ['not_found', 'not_member'],
    ok: KeptFor,
    example: { days: 365 },
  })
  of(
    @CurrentActor() actor: Actor,
    @Param('chatId', { schema: ChatId }) chatId: ChatId,
  ): Promise<KeptFor> {
    return this.retention.of(actor, { chatId });
  }
}
