import { UserId, type ChatTraits, type HistoryVisibility, type SystemEvent } from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import * as fc from 'fast-check';
import { applySystemEvent, touchedBy, type ChatState } from './system-projection.js';

const [ada, ben, cy] = ['ada', 'ben', 'cy'].map((name) => UserId.parse(name)) as [
  UserId,
  UserId,
  UserId,
];

const traits = (historyVisibility: HistoryVisibility): ChatTraits => ({
  name: 'Crew',
  topic: '',
  visibility: 'private',
  postPolicy: 'everyone',
  historyVisibility,
  isArchived: false,
});

const creation = (historyVisibility: HistoryVisibility = 'joined'): SystemEvent => ({
  type: 'chat_created',
  kind: 'group',
  traits: traits(historyVisibility),
  members: [
    { userId: ada, role: 'owner' },
    { userId: ben, role: 'member' },
  ],
});

/** Events with their authors, one per slot, from slot 1 on. */
type Story = readonly (readonly [UserId, SystemEvent])[];

const after = (...story: Story): ChatState =>
  story.reduce<ChatState | undefined>(
    (state, [senderId, system], i) =>
      applySystemEvent(state, aMessage({ seq: i + 1, senderId, kind: 'system', system })),
    undefined,
  )!;

const rolesIn = ({ members }: ChatState) =>
  Object.fromEntries(
    [...members].filter(([, { isMember }]) => isMember).map(([userId, { role }]) => [userId, role]),
  );

describe('applySystemEvent', () => {
  it('begins with the creation and nothing else', () => {
    const joined = aMessage({ seq: 1, kind: 'system', system: { type: 'member_joined' } });
    expect(applySystemEvent(undefined, joined)).toBeUndefined();
    expect(rolesIn(after([ada, creation()]))).toEqual({ ada: 'owner', ben: 'member' });
  });

  it('shows newcomers a group from their join on', () => {
    const state = after([ada, creation()], [ben, { type: 'members_added', userIds: [cy] }]);
    expect(state.members.get(cy)).toMatchObject({
      role: 'member',
      visibleFromSeq: 2,
      joinedSeq: 2,
    });
    expect(state.members.get(ben)).toMatchObject({ visibleFromSeq: 1 });
  });

  it('shows newcomers all where history is for all', () => {
    const state = after([ada, creation('all')], [cy, { type: 'member_joined' }]);
    expect(state.members.get(cy)).toMatchObject({ visibleFromSeq: 1, joinedSeq: 2 });
  });

  it('leaves who is in already as they are', () => {
    const state = after([ada, creation()], [ada, { type: 'members_added', userIds: [ben, cy] }]);
    expect(state.members.get(ben)).toMatchObject({ joinedSeq: 1 });
  });

  it('takes somebody back as a member, from then on', () => {
    const state = after(
      [ada, creation()],
      [ada, { type: 'role_changed', userId: ben, role: 'admin' }],
      [ben, { type: 'member_left' }],
      [ada, { type: 'members_added', userIds: [ben] }],
    );
    expect(state.members.get(ben)).toMatchObject({ role: 'member', visibleFromSeq: 4 });
  });

  it('hands the chat over, and makes the former owner an admin', () => {
    const state = after([ada, creation()], [ada, { type: 'handed_over', userId: ben }]);
    expect(rolesIn(state)).toEqual({ ada: 'admin', ben: 'owner' });
  });

  it('ignores a handing over by who is not the owner any more', () => {
    const state = after(
      [ada, creation()],
      [ada, { type: 'members_added', userIds: [cy] }],
      [ada, { type: 'handed_over', userId: ben }],
      [ada, { type: 'handed_over', userId: cy }],
    );
    expect(rolesIn(state)).toEqual({ ada: 'admin', ben: 'owner', cy: 'member' });
  });

  it('ignores a handing over to who is not in', () => {
    const state = after([ada, creation()], [ada, { type: 'handed_over', userId: cy }]);
    expect(rolesIn(state)).toEqual({ ada: 'owner', ben: 'member' });
  });

  it('keeps the owner whatever else is said of them', () => {
    const state = after(
      [ada, creation()],
      [ada, { type: 'member_left' }],
      [ben, { type: 'member_removed', userId: ada }],
      [ben, { type: 'role_changed', userId: ada, role: 'readonly' }],
    );
    expect(rolesIn(state)).toEqual({ ada: 'owner', ben: 'member' });
  });

  it('changes traits one by one', () => {
    const state = after(
      [ada, creation()],
      [ada, { type: 'traits_changed', changes: { topic: 'Sailing' } }],
      [ada, { type: 'traits_changed', changes: { isArchived: true } }],
    );
    const changed = { ...traits('joined'), topic: 'Sailing', isArchived: true };
    expect(state.traits).toEqual(changed);
    const given = after(
      [ada, creation()],
      [ada, { type: 'traits_changed', changes: { avatar: 'a' } }],
      [ada, { type: 'traits_changed', changes: { avatar: null } }],
    );
    expect(given.traits).toStrictEqual(traits('joined'));
  });

  it('says nothing more of a chat that has ended', () => {
    const ended = after([ada, creation()], [ada, { type: 'chat_deleted' }]);
    const later = aMessage({ seq: 9, senderId: cy, system: { type: 'member_joined' } });
    expect(applySystemEvent(ended, later)).toBe(ended);
  });

  it('has exactly one owner after any story', () => {
    const person = fc.constantFrom(ada, ben, cy);
    const event: fc.Arbitrary<SystemEvent> = fc.oneof(
      fc.record({ type: fc.constant('members_added' as const), userIds: fc.array(person) }),
      fc.record({ type: fc.constant('member_joined' as const) }),
      fc.record({ type: fc.constant('member_left' as const) }),
      fc.record({ type: fc.constant('member_removed' as const), userId: person }),
      fc.record({ type: fc.constant('handed_over' as const), userId: person }),
      fc.record({
        type: fc.constant('role_changed' as const),
        userId: person,
        role: fc.constantFrom('owner' as const, 'admin' as const, 'member' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(person, event), { maxLength: 40 }), (story) => {
        const roles = Object.values(rolesIn(after([ada, creation()], ...story)));
        expect(roles.filter((role) => role === 'owner')).toHaveLength(1);
      }),
    );
  });

  it('needs no member but those it names as touched', () => {
    const person = fc.constantFrom(ada, ben, cy);
    fc.assert(
      fc.property(person, person, (senderId, userId) => {
        const events: SystemEvent[] = [
          { type: 'members_added', userIds: [userId] },
          { type: 'member_joined' },
          { type: 'member_left' },
          { type: 'member_removed', userId },
          { type: 'handed_over', userId },
          { type: 'role_changed', userId, role: 'admin' },
        ];
        const whole = after([ada, creation()]);
        for (const system of events) {
          const message = aMessage({ seq: 2, senderId, kind: 'system', system });
          const named = new Set(touchedBy(message));
          const part = new Map([...whole.members].filter(([id]) => named.has(id)));
          const fromPart = applySystemEvent({ ...whole, members: part }, message)!;
          const fromWhole = applySystemEvent(whole, message)!;
          for (const id of named)
            expect(fromPart.members.get(id)).toEqual(fromWhole.members.get(id));
          expect([...fromWhole.members.keys()].filter((id) => !named.has(id))).toEqual(
            [...whole.members.keys()].filter((id) => !named.has(id)),
          );
        }
      }),
    );
  });
});
