import { chatRoom, UserId, type Access, type ChatId } from '@app/contracts';
import { Metrics } from '@app/platform';
import { Announcer, maxWaiting } from './announcer.js';
import { slots } from './log/testing/drafts.js';
import { HeardFacts, HeardPublisher, PaperAccess } from './testing/stand-ins.js';

const chatId = 'chat' as ChatId;
const room = chatRoom(chatId);

/** Members that cannot be had until the test says so. */
class LateAccess extends PaperAccess {
  arrive = (): void => undefined;
  readonly #isThere = new Promise<void>((resolve) => (this.arrive = resolve));

  override async of(...asked: Parameters<PaperAccess['of']>): Promise<Access> {
    await this.#isThere;
    return super.of(...asked);
  }
}

describe('Announcer', () => {
  let metrics: Metrics;
  let access: LateAccess;
  let publisher: HeardPublisher;
  let facts: HeardFacts;
  let announcer: Announcer;

  beforeEach(() => {
    metrics = new Metrics();
    access = new LateAccess();
    access.found(chatId);
    access.admit(chatId, UserId.parse('ann'));
    publisher = new HeardPublisher();
    facts = new HeardFacts();
    announcer = new Announcer(access, publisher, facts, metrics);
  });

  afterEach(() => metrics.onApplicationShutdown());

  /** Changes of the first `count` slots. */
  const change = (count: number) =>
    slots(chatId, 1, count).map((slot) => {
      const changed = { ...slot, version: 2, editedAt: new Date(0), revs: [slot.seq, 9000] };
      announcer.announce(changed, 'changed');
    });
  const told = () => publisher.said.map(({ event }) => event);
  const head = (seq: number, rev: number) => ({
    room,
    event: 'chat_head',
    payload: { chatId, headSeq: seq, headRev: rev },
  });

  it('keeps the order: what is appended waits behind changes that wait for their readers', async () => {
    change(1);
    const [, appended] = slots(chatId, 1, 2);
    announcer.announce(appended!, 'appended');
    expect(told()).toEqual([]);

    access.arrive();
    await announcer.settled();

    expect(told()).toEqual(['message_edited', 'new_message']);
  });

  it('shows nobody what has become too old since, and counts it for everybody', async () => {
    access.keepFrom(chatId, 2);
    change(2);
    access.arrive();
    await announcer.settled();
    expect(told()).toEqual(['chat_advanced', 'message_edited']);
    expect(publisher.said[0]).toMatchObject({ room, payload: { chatId, rev: 9000 } });
  });

  it('queues no more than it may, and has members ask for the rest', async () => {
    change(maxWaiting + 2);

    expect(publisher.said).toEqual([maxWaiting + 1, maxWaiting + 2].map((seq) => head(seq, 9000)));
    expect(facts.told).toHaveLength(maxWaiting + 2);
    expect(await metrics.text()).toContain('parley_news_not_queued_total 2\n');
    access.arrive();
    await announcer.settled();
    expect(told().filter((event) => event === 'message_edited')).toHaveLength(maxWaiting);
  });

  it('queues again once there is room', async () => {
    change(maxWaiting + 1);
    access.arrive();
    await announcer.settled();
    publisher.said.length = 0;

    change(1);
    await announcer.settled();

    expect(told()).toEqual(['message_edited']);
  });

  it('shows members what somebody has deleted who is none', async () => {
    const [slot] = slots(chatId, 1, 1);
    const deletedBy = UserId.parse('mona');
    const deleted = { ...slot!, version: 2, deletedAt: new Date(0), deletedBy, text: '' };
    announcer.announce(deleted, 'changed');
    access.arrive();
    await announcer.settled();
    expect(publisher.said).toMatchObject([
      { room, event: 'message_deleted', payload: { deletedBy: 'mona' } },
    ]);
  });

  it('shows nothing of what is not queued', () => {
    change(maxWaiting + 1);
    expect(JSON.stringify(publisher.said)).not.toContain('hello');
  });

  it('tells of a reaction to what was said by who has left, while one is there', async () => {
    const [gone, ann] = [UserId.parse('gone'), UserId.parse('ann')];
    const reactedTo = (...userIds: UserId[]) => {
      const [slot] = slots(chatId, 1, 1);
      const reactions = [{ emoji: '👍', userIds }];
      const changed = {
        ...slot!,
        senderId: gone,
        version: 2,
        signs: 1,
        revs: [1, 9000],
        reactions,
      };
      announcer.announce(changed, 'changed');
      return announcer.settled();
    };
    access.arrive();
    await reactedTo(gone, ann);
    expect(told()).toEqual(['message_edited']);
    await reactedTo(gone);
    expect(told()).toEqual(['message_edited', 'chat_head']);
  });
});
