import { ChatId, UserId } from '@app/contracts';
import { adapters, type Adapters } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { MembershipsRepository, type MemberChange } from './memberships.repository.js';

describe('MembershipsRepository', () => {
  let ports: Adapters;
  let memberships: MembershipsRepository;
  const chatId = ChatId.parse('crew');
  const joinedAt = '2026-03-02T12:00:00.000Z';
  const has = (name: string, isMember: boolean): MemberChange => ({
    userId: UserId.parse(name),
    before: undefined,
    after: { isMember, role: 'member', visibleFromSeq: 1, joinedSeq: 1, joinedAt },
  });

  beforeAll(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    memberships = new MembershipsRepository(ports.database!);
    await ports.database!.open();
  });

  afterAll(async () => {
    await ports.database!.close();
    await ports.close();
  });

  it('says so when another process has applied later ones', async () => {
    const later = { rev: 7, seq: 5 };
    expect(await memberships.apply(chatId, later, [has('ada', true)])).toBe(true);
    expect(await memberships.apply(chatId, later, [has('ada', true)])).toBe(true);
    const earlier = { rev: 3, seq: 2 };
    expect(await memberships.apply(chatId, earlier, [has('ada', false), has('ben', true)])).toBe(
      false,
    );
    expect(await memberships.memberIdsOf(chatId)).toEqual(['ada', 'ben']);
  });
});
