import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ChatId, SearchMessages } from '@app/contracts';
import { parley } from './contenders/parley.js';
import { createChat, register, type Account } from './load/account.js';
import { quantile, residentKb } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';
import { SearchedLogs } from './search/searched-logs.js';
import { aText, word } from './search/spoken-words.js';

/** Messages of one chat; and of how many chats how many each. A short run takes fewer. */
const LONG = Number(process.env['BENCH_LONG'] ?? 200_000);
const CHATS = Number(process.env['BENCH_CHATS'] ?? 500);
const EACH = Number(process.env['BENCH_EACH'] ?? 2000);

/** Of each kind, in one round, and in how many passes, between which memory is looked at. */
const samples = 40;
const passes = 5;

/** How fast people send while the index follows, and for how long. */
const perSecond = 1000;
const seconds = 5;

/**
 * What a search, a page and a jump cost, as multiples of one indexed find in the same database and
 * the same moment; what memory they leave taken; and how far the index lags behind people who send.
 */
export async function search(rounds: number): Promise<void> {
  for (const [count, each] of [
    [1, LONG],
    [CHATS, EACH],
  ] as const) {
    const logs = await SearchedLogs.open();
    const ids = Array.from({ length: count }, (_, i) => `chat-${i}` as ChatId);
    const start = performance.now();
    for (const chatId of ids) await logs.fill(chatId, each);
    const filledS = (performance.now() - start) / 1000;
    const total = (count * each).toLocaleString('en');
    console.log(
      `\nsearch in ${total} messages of ${count} chats, written in ${filledS.toFixed(0)} s`,
    );
    await report(logs, ids, each, rounds);
    await logs.close();
  }
  await lag();
}

interface Cost {
  readonly name: string;
  readonly work: () => Promise<unknown>;
  readonly times: number[];
  readonly finds: number[];
}

async function report(
  logs: SearchedLogs,
  ids: readonly ChatId[],
  each: number,
  rounds: number,
): Promise<void> {
  const any = () => ids[Math.floor(Math.random() * ids.length)]!;
  const seq = () => 1 + Math.floor(Math.random() * each);
  const works: readonly (readonly [string, () => Promise<unknown>])[] = [
    ...kinds.map(([name, order, q]) => [name, () => logs.find(q(), order)] as const),
    ['a page', () => logs.page(any(), { beforeSeq: seq() + 1 })],
    ['a jump', () => logs.page(any(), { aroundSeq: seq() })],
  ];
  // Heads of logs and the like are found out once.
  for (const [, work] of works) await work();
  const costs = works.map(([name, work]): Cost => ({ name, work, times: [], finds: [] }));
  console.log(`  memory ${memory(logs)}`);
  for (let pass = 0; pass < passes; pass++) {
    for (const { work, times, finds } of costs)
      for (let i = 0; i < (samples * rounds) / passes; i++) {
        times.push(await timeOf(work));
        finds.push(await timeOf(() => logs.one(any(), seq())));
      }
    const count = costs.reduce((sum, { times, finds }) => sum + times.length + finds.length, 0);
    console.log(`  after ${count} of them ${memory(logs)}`);
  }
  for (const { name, times, finds } of costs) {
    const oneMs = quantile(finds, 0.5);
    const ratio = (part: number) => (quantile(times, part) / oneMs).toFixed(1).padStart(7);
    console.log(
      `  ${name.padEnd(22)} p50 ${ratio(0.5)}   p99 ${ratio(0.99)}   of ${oneMs.toFixed(2)} ms`,
    );
  }
}

/** What people type, by how much there is to find. */
const kinds: readonly (readonly [string, SearchMessages['order'], () => string])[] = [
  ['a common word', 'newest', () => `"${word(0.01)}"`],
  ['a rare word', 'newest', () => `"${word()}"`],
  ['a beginning', 'newest', () => word().slice(0, 4)],
  ['two words', 'newest', () => `${word(0.1)} ${word(0.1)}`],
  ['a phrase', 'newest', () => `"${word(0.01)} ${word(0.01)}"`],
  ['best of a common word', 'best', () => word(0.01)],
  ['best of two words', 'best', () => `${word(0.1)} ${word(0.1)}`],
];

function memory({ engine }: SearchedLogs): string {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, rss } = process.memoryUsage();
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  const database = mb(residentKb(engine.pid) * 1024);
  return `${mb(heapUsed)} in use of ${mb(rss)}; the database ${database}`;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
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
