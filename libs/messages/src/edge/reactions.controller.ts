import { Emoji, Message, MessageId, ReactionsApi, type Actor } from '@app/contracts';
import { CurrentActor, EdgeController, Route } from '@app/platform';
import { Delete, Param, Put } from '@nestjs/common';

const problems = ['not_found', 'not_member', 'forbidden', 'blocked', 'muted', 'gone'] as const;

@EdgeController('messages', 'Emoji that people put to a message.')
export class ReactionsController {
  constructor(private readonly reactions: ReactionsApi) {}

  @Put(':id/reactions/:emoji')
  @Route({
    summary: 'React to a message',
    scope: 'messages:write',
    description:
      'With one emoji, percent-encoded. Each person has each emoji once; again is success. At most ' +
      '50 kinds and 1,000 reactions.',
    problems: [...problems, 'conflict'],
    ok: Message,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Param('emoji', { schema: Emoji }) emoji: string,
  ): Promise<Message> {
    return this.reactions.react(actor, { messageId, emoji, isOn: true });
  }

  @Delete(':id/reactions/:emoji')
  @Route({
    summary: 'Take a reaction of mine back',
    scope: 'messages:write',
    description: 'None there is success.',
    problems: [...problems],
    ok: Message,
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: MessageId }) messageId: MessageId,
    @Param('emoji', { schema: Emoji }) emoji: string,
  ): Promise<Message> {
    return this.reactions.react(actor, { messageId, emoji, isOn: false });
  }
}
