import { ChatId, chatRoom, UserId } from '@app/contracts';
import { InProcessEventBus } from '@app/platform/testing';
import type { MemberMarksRepository } from './member-marks.repository.js';
import { ReadMarks, type RaisedMark } from './read-marks.js';
import { RecordingRealtime } from './testing/recording-realtime.js';

const chatId = ChatId.parse('chat');
const userId = UserId.parse('ada');

const markOf = (lastReadSeq: number, about: Partial<RaisedMark> = {}): RaisedMark => ({
  chatId,
  userId,
  lastReadSeq,
  isTold: true,
  ...about,
});

/** A database that answers when the test says so. */
function marksOnHold() {
  const writes: { marks: readonly RaisedMark[]; answer: PromiseWithResolvers<undefined> }[] = [];
  const raise = (marks: readonly RaisedMark[]) => {
    const answer = Promise.withResolvers<undefined>();
    writes.push({ marks, answer });
    return answer.promise;
  };
  const realtime = new RecordingRealtime();
  const repository = { raise } as unknown as MemberMarksRepository;
  const marks = new ReadMarks(repository, realtime, new InProcessEventBus());
  const told = () =>
    realtime.heard(chatRoom(chatId), 'message_read').map(({ lastReadSeq }) => lastReadSeq);
  return { marks, writes, told };
}

/** All that was ready to go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('ReadMarks', () => {
  it('tells the last of several marks, once', async () => {
    const { marks, writes, told } = marksOnHold();
    marks.raise(markOf(3));
    marks.raise(markOf(5));
    const stored = marks.flush();
    await settled();
    writes[0]!.answer.resolve(undefined);
    await stored;
    expect(told()).toEqual([5]);
  });

  it('tells nobody a mark that others may not know', async () => {
    const { marks, writes, told } = marksOnHold();
    marks.raise(markOf(3, { isTold: false }));
    const stored = marks.flush();
    await settled();
    expect(writes[0]!.marks).toMatchObject([{ lastReadSeq: 3 }]);
    writes[0]!.answer.resolve(undefined);
    await stored;
    expect(told()).toEqual([]);
  });

  it('tells a mark that rose while the database refused the one before', async () => {
    const { marks, writes, told } = marksOnHold();
    marks.raise(markOf(3));
    const refused = marks.flush();
    await settled();
    marks.raise(markOf(5));
    writes[0]!.answer.reject(new Error('away'));
    await refused;
    const stored = marks.flush();
    await settled();
    expect(writes[1]!.marks).toMatchObject([{ lastReadSeq: 5 }]);
    writes[1]!.answer.resolve(undefined);
    await stored;
    expect(told()).toEqual([3, 5]);
  });

  it('stores what the database refused again, and tells it once', async () => {
    const { marks, writes, told } = marksOnHold();
    marks.raise(markOf(3));
    const refused = marks.flush();
    await settled();
    writes[0]!.answer.reject(new Error('away'));
    await refused;
    const stored = marks.flush();
    await settled();
    expect(writes[1]!.marks).toMatchObject([{ lastReadSeq: 3 }]);
    writes[1]!.answer.resolve(undefined);
    await stored;
    expect(told()).toEqual([3]);
  });
});
