import type { ChatId, Message } from '@app/contracts';
import type { Person } from '../people/person.js';
import type { Acked } from './steady-senders.js';

/**
 * The laws of the log: what was acked is in it, once, where the ack said (no loss, no double, no
 * lie), it has no hole, all members read the same, what was heard live is what it says, and a
 * message that was sent after another's ack stands behind it.
 */
export async function mustKeepTheLaws(
  chatId: ChatId,
  people: readonly Person[],
  acked: readonly Acked[],
): Promise<void> {
  const log = await people[0]!.log(chatId);
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
  const bySeq = new Map(log.map((message) => [message.seq, message]));
  for (const { message } of acked)
    expect(identity(bySeq.get(message.seq))).toEqual(identity(message));
  const texts = log.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toHaveLength(acked.length);
  for (const person of people.slice(1)) expect(await person.log(chatId)).toEqual(log);
  for (const person of people) {
    for (const heard of person.all('new_message').filter((one) => one.chatId === chatId)) {
      expect(identity(heard)).toEqual(identity(bySeq.get(heard.seq)));
    }
    expect(person.complaints).toEqual([]);
  }
  mustFollowTime(acked);
}

const identity = (message?: Message) =>
  message && { seq: message.seq, id: message.id, text: message.text, senderId: message.senderId };

/** Real-time order: whoever was sent later than an ack came back has a higher `seq`. */
function mustFollowTime(acked: readonly Acked[]): void {
  const bySending = acked.toSorted((a, b) => a.sentAt - b.sentAt);
  const byAck = acked.toSorted((a, b) => a.ackedAt - b.ackedAt);
  let highest = 0;
  let at = 0;
  for (const { message, sentAt } of bySending) {
    for (; byAck[at]!.ackedAt < sentAt; at++) highest = Math.max(highest, byAck[at]!.message.seq);
    expect(message.seq).toBeGreaterThan(highest);
  }
}
