import { CallId } from '@app/contracts';
import { ada, aMessage, aRow, mira } from '../testing/builders';
import { lastLine } from './last-line';

const line = (
  about: Parameters<typeof aRow>[0],
  message: Partial<Parameters<typeof aMessage>[0]>,
) =>
  lastLine(aRow({ ...about, lastMessage: aMessage({ seq: 1, ...message }) }), {
    me: ada.id,
    nameOf: (id) => (id === mira.id ? mira.name : ada.name),
    join: (names) => names.join(' and '),
  });

const call = {
  callId: CallId.parse('c1'),
  media: 'audio' as const,
  reason: 'missed' as const,
  seconds: 0,
};

describe('lastLine', () => {
  it.each([
    ['who spoke in a group', {}, { text: 'on *my* way' }, 'Mira: on my way'],
    ['that it was me', {}, { senderId: ada.id, text: 'ok' }, 'You: ok'],
    ['no name in a direct chat', { kind: 'direct' as const }, { text: 'ok' }, 'ok'],
    ['no name in my notes', { isSelf: true }, { senderId: ada.id, text: 'milk' }, 'milk'],
    ['that it was deleted', {}, { deletedAt: 'x' }, 'Mira: This message was deleted'],
    [
      'what became of the chat',
      {},
      { kind: 'system' as const, system: { type: 'members_added' as const, userIds: [ada.id] } },
      'Mira Okafor added Ada Lindqvist',
    ],
    [
      'what became of a call',
      { kind: 'direct' as const },
      { kind: 'call' as const, call },
      'Mira Okafor called · no answer',
    ],
    ['nothing of what I have hidden', {}, { isHidden: true as const }, 'No messages yet'],
  ])('says %s', (_, chat, message, words) => expect(line(chat, message)).toBe(words));
});
