import type { Call, CallId, ChatId } from '@app/contracts';
import { ada, mira, NOON } from '../../chats/testing/builders';

/** Mira calls Ada. */
export function aCall(about: Partial<Call> = {}): Call {
  return {
    id: 'call-1' as CallId,
    kind: 'direct',
    via: 'peer',
    chatId: 'c1' as ChatId,
    media: 'audio',
    callerId: mira.id,
    state: 'ringing',
    parties: [
      { userId: mira.id, state: 'joined' },
      { userId: ada.id, state: 'invited' },
    ],
    createdAt: NOON.toISOString(),
    version: 1,
    ...about,
  };
}
