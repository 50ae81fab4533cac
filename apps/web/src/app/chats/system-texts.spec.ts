import { CallId, type CallReason, type SystemEvent } from '@app/contracts';
import { isEvent, systemWords } from './system-texts';
import { ada, aMessage, mira } from './testing/builders';

const words = (system: SystemEvent) =>
  systemWords(
    aMessage({ seq: 1, kind: 'system', system }),
    (id) => (id === mira.id ? 'Mira' : 'Ada'),
    (names) => names.join(' and '),
  );
const userId = ada.id;

describe('systemWords', () => {
  it.each<[SystemEvent, string]>([
    [{ type: 'members_added', userIds: [ada.id, mira.id] }, 'Mira added Ada and Mira'],
    [
      { type: 'members_added', userIds: Array.from({ length: 6 }, () => mira.id) },
      `Mira added ${Array.from({ length: 6 }, () => 'Mira').join(' and ')}`,
    ],
    [
      { type: 'members_added', userIds: Array.from({ length: 7 }, () => mira.id) },
      'Mira added Mira and Mira and Mira and Mira and 3 others',
    ],
    [{ type: 'member_joined' }, 'Mira joined'],
    [{ type: 'member_left' }, 'Mira left'],
    [{ type: 'member_removed', userId }, 'Mira removed Ada'],
    [{ type: 'role_changed', userId, role: 'admin' }, 'Mira made Ada an admin'],
    [{ type: 'handed_over', userId }, 'Mira handed the chat over to Ada'],
    [{ type: 'traits_changed', changes: { name: 'Crew' } }, 'Mira named the chat “Crew”'],
    [{ type: 'traits_changed', changes: { topic: '' } }, 'Mira removed the topic'],
    [{ type: 'traits_changed', changes: { isArchived: true } }, 'Mira archived the chat'],
    [{ type: 'traits_changed', changes: { avatar: 'a' } }, 'Mira changed the chat’s picture'],
    [{ type: 'traits_changed', changes: { avatar: null } }, 'Mira removed the chat’s picture'],
    [{ type: 'traits_changed', changes: {} }, 'Mira changed the chat’s settings'],
    [{ type: 'chat_deleted' }, 'Mira deleted the chat'],
  ])('%j', (event, said) => expect(words(event)).toBe(said));

  it.each<[CallReason, string]>([
    ['completed', 'Mira called · 1:05'],
    ['missed', 'Mira called · no answer'],
    ['declined', 'Mira called · declined'],
    ['busy', 'Mira called · busy'],
    ['cancelled', 'Mira called · cancelled'],
    ['failed', 'Mira called · no connection'],
  ])('tells of a call that ended as %s', (reason, said) => {
    const call = { callId: CallId.parse('c1'), media: 'audio', reason, seconds: 65 } as const;
    const message = aMessage({ seq: 1, kind: 'call', call });
    expect(isEvent(message)).toBe(true);
    expect(systemWords(message, () => 'Mira', String)).toBe(said);
  });
});
