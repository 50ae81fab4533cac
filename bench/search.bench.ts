import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatId } from '@app/contracts';
import {
  openMongoIndex,
  termsOf,
  type IndexQuery,
  type SearchIndex,
} from '../libs/search/src/testing/index.js';
import { MongoProcess } from '../libs/platform/src/testing/mongo-process.js';
import { parley } from './contenders/parley.js';
import { createChat, register, type Account } from './load/account.js';
import { quantile } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';

/** One chat of so many messages, and as many in 500 chats. */
const LONG = 200_000;
const CHATS = 500;
const EACH = 400;
const STEP = 2000;

/** How fast people send while the index follows, and for how long. */
const perSecond = 1000;
const seconds = 5;

const longId = 'long-chat' as ChatId;
const manyIds = Array.from({ length: CHATS }, (_, i) => `chat-${i}` as ChatId);

/**
 * What a search costs, as multiples of one find by id in the same database and the same moment, and
 * how far the index lags behind people who send.
 */
export async function search(rounds: number): Promise<void> {
  const engine = await MongoProcess.start();
  const { database, index } = await openMongoIndex(engine.uri('search'));
  await fill(index, longId, LONG);
  for (const chatId of manyIds) await fill(index, chatId, EACH);

  const places = database.connection.collection('search_chats');
  const find = () => timeOf(() => places.findOne({ _id: longId }, { projection: { rev: 1 } }));
  console.log(
    `\nsearch, as multiples of one find by id (${LONG} in one chat, ${CHATS} of ${EACH})`,
  );
  for (const [where, chatIds] of [
    ['one chat', [longId]] as const,
    ['500 chats', manyIds] as const,
  ]) {
    for (const [what, terms] of Object.entries(kinds)) {
      const [searches, finds]: [number[], number[]] = [[], []];
      for (let i = 0; i < 20 * rounds; i++) {
        const query = queryOf(chatIds, terms());
        searches.push(await timeOf(() => index.find(query)));
        finds.push(await find());
      }
      const ratio = (part: number) => (quantile(searches, part) / quantile(finds, 0.5)).toFixed(1);
      console.log(
        `  ${where.padEnd(10)} ${what.padEnd(10)} p50 ${ratio(0.5)}   p99 ${ratio(0.99)}`,
      );
    }
  }
  await database.close();
  await engine.close();
  await lag();
}

async function fill(index: SearchIndex, chatId: ChatId, length: number): Promise<void> {
  for (let fromRev = 0; fromRev < length; fromRev += STEP) {
    const entries = Array.from({ length: Math.min(STEP, length - fromRev) }, (_, i) => {
      const seq = fromRev + i + 1;
      const said = { text: aText(), kind: 'text', senderId: `u${seq % 50}` } as never;
      return { seq, atMs: 1.7e12 + seq * 60_000, terms: termsOf(said) };
    });
    await index.apply({ chatId, fromRev, toRev: fromRev + entries.length, entries });
  }
}

/** The last of very many messages is found so long after it was acknowledged. */
async function lag(): Promise<void> {
  const contender = await parley();
  const { url } = contender;
  const [ada, bob] = [await register(url, 'ada'), await register(url, 'bob')];
  const chatId = await createChat(url, ada, { type: 'direct', memberIds: [bob.id] });
  const client = await SocketClient.connect(url, () => undefined, ada.token);
  const start = performance.now();
  const sends: Promise<unknown>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const waitMs = start + (n * 1000) / perSecond - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    sends.push(client.emit('send_message', { chatId, text: `${aText()} mark${n}` }));
  }
  await Promise.all(sends);
  const sentMs = performance.now() - start;
  const last = perSecond * seconds - 1;
  while (!(await isFound(url, ada, `mark${last}`))) await sleep(10);
  const behindMs = performance.now() - start - sentMs;
  const rate = (sends.length / sentMs) * 1000;
  console.log(`  index lag after ${rate.toFixed(0)} sends/s: ${behindMs.toFixed(0)} ms`);
  client.close();
  await contender.close();
}

async function isFound(url: string, { token }: Account, q: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/search/messages?q=${q}`, { headers });
  return ((await answer.json()) as { items?: unknown[] }).items?.length === 1;
}

const kinds: Readonly<Record<string, () => IndexQuery['all']>> = {
  common: () => [[{ term: word(0.01), isPrefix: false }]],
  rare: () => [[{ term: word(), isPrefix: false }]],
  beginning: () => [[{ term: word().slice(0, 3), isPrefix: true }]],
  'two words': () => [
    [{ term: word(0.1), isPrefix: false }],
    [{ term: word(0.1), isPrefix: true }],
  ],
};

function queryOf(chatIds: readonly ChatId[], all: IndexQuery['all']): IndexQuery {
  const scopes = chatIds.map((chatId) => ({ chatId, fromSeq: 1 }));
  const span = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  return { scopes, all, none: [], ...span, order: 'newest', limit: 20 };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const vocabulary = Array.from({ length: 30_000 }, (_, n) => `${syllables(n)}${n % 7}`);

/** The same words each time, of a language that there is not. */
function syllables(n: number): string {
  const parts = ['ka', 'ro', 'mi', 'tel', 'an', 'sor', 've', 'lin', 'du', 'pha'];
  return String(n).replaceAll(/\d/g, (digit) => parts[Number(digit)]!);
}

/** Few words are said very often. `part`: of the most common ones. */
const word = (part = 1): string => vocabulary[Math.floor(Math.random() ** 3 * part * 30_000)]!;
const aText = (): string => Array.from({ length: 12 }, () => word()).join(' ');
