import type { ChatId, UserId } from '@app/contracts';
import type { Page } from '@playwright/test';
import { createConnection } from 'mongoose';
import { longLog, type LogLine } from '../../libs/messages/src/testing/index.js';
import { Api } from './api.js';
import { createChannel, type Conversation } from './conversation.js';
import { letIn } from './invitation.js';
import { standStill } from './scroll-course.js';
import { expect, type Arrive, type Stage } from './stage.js';

const BATCH = 5_000;
const MINUTE_MS = 60_000;
const TURN_MINUTES = 21;

const code = '```ts\nfor (const part of parts) {\n  await drain(part);\n  report(part);\n}\n```';
const paragraph =
  'The second node took its share as soon as the first had let go of it. Nobody was cut off, and ' +
  'what was in flight arrived once. I looked at the counters of both for a quarter of an hour: ' +
  'they move together, and the one that lags does so by less than a second.';

/** What stands in message `n`: every kind of height comes along within thirty of them. */
function textOf(n: number): string {
  const kinds: Readonly<Record<number, string>> = {
    2: `${paragraph} (${n})`,
    5: `${code}\n${n}`,
    7: `- drain ${n}\n- roll\n- look\n- tell the others`,
    9: `🎉 🚀 ${n}`,
    11: `https://parley.example/${'verylongword'.repeat(14)}/${n}`,
    13: `第二個節點已經升級，沒有遺失任何訊息。請檢查第 ${n} 號儀表板。`,
    16: `شكرا جزيلا! تمت ترقية العقدة رقم ${n} بنجاح.`,
    19: `> Is it done?\nIt is, and **nothing** was lost. See \`status ${n}\`.`,
    23: `${paragraph}\n\n${paragraph} (${n})`,
  };
  return kinds[n % 30] ?? `Message ${n}`;
}

/** Message `n` of a chat between these people: three in a row, two hundred a day. */
function lineOf(n: number, people: readonly UserId[], start: number): LogLine {
  const turn = Math.floor(n / 3);
  const senderId = people[turn % people.length]!;
  const at = new Date(start + (turn * TURN_MINUTES + (n % 3)) * MINUTE_MS);
  const text = textOf(n);
  if (n % 97 === 0) return { senderId, at, text: '', system: { type: 'member_joined' } };
  if (n % 61 === 0) return { senderId, at, text, isDeleted: true };
  return n % 41 === 0 ? { senderId, at, text, former: `${text}, first` } : { senderId, at, text };
}

/** Ada's channel with so many messages of hers and Bob's, all of them read, at rest at its end. */
export async function openLongChat(
  { arrive, stage }: { readonly arrive: Arrive; readonly stage: Stage },
  messages: number,
): Promise<{ ada: Page; chat: Conversation; chatId: string }> {
  const [ada, bob] = [await arrive('Ada'), await arrive('Bob')];
  const chat = await createChannel(ada, 'Archive');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const hers = await Api.of(ada);
  await letIn(hers, await Api.of(bob), chatId);
  await bob.close();
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  const members = `/api/chats/${chatId}/members`;
  const { items } = await hers.get<{ items: { user: { id: string } }[] }>(members);
  const people = items.map(({ user }) => user.id);
  await growChat(stage.mongo.uri('stories'), chatId, people, messages);
  await ada.goto(`/c/${chatId}`);
  await expect(chat.row(`Message ${messages}`)).toBeVisible();
  await standStill(chat.timeline);
  return { ada, chat, chatId };
}

/**
 * A chat with so many messages that sending them would take minutes: true documents of the log, and
 * what is derived of them, straight into the database. Everybody has read everything.
 */
async function growChat(
  uri: string,
  chatId: string,
  people: readonly string[],
  count: number,
): Promise<void> {
  const from = performance.now();
  const database = await createConnection(uri).asPromise();
  const messages = database.collection('messages');
  const [last] = await messages.find({ chatId }).sort({ seq: -1 }).limit(1).toArray();
  const { seq, revs } = last as unknown as { seq: number; revs: number };
  const start = Date.now() - (count / 3) * TURN_MINUTES * MINUTE_MS;
  // What was there before has happened before.
  await messages.updateMany({ chatId }, { $set: { createdAt: new Date(start) } });
  const lines = Array.from({ length: count }, (_, n) => lineOf(n + 1, people as UserId[], start));
  const { documents, head } = longLog(chatId as ChatId, lines, { seq, rev: revs });
  for (let n = 0; n < documents.length; n += BATCH)
    await messages.insertMany(documents.slice(n, n + BATCH) as never[], { ordered: false });
  // What is derived of it; with everything read, no slot needs to be known as quiet.
  const ends = { headSeq: head.seq, appliedRev: head.rev, updatedAt: new Date() };
  await database.collection<{ _id: string }>('chats').updateOne({ _id: chatId }, { $set: ends });
  const marks = { lastReadSeq: head.seq, lastDeliveredSeq: head.seq };
  await database.collection('memberships').updateMany({ chatId }, { $set: marks });
  await database.close();
  const seconds = (performance.now() - from) / 1000;
  console.log(`a log up to #${head.seq} in ${seconds.toFixed(1)} s`);
}
