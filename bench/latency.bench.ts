import { setTimeout as sleep } from 'node:timers/promises';
import { bareWs, plainSocketIo, type Contender } from './contenders/contender.js';
import { parley } from './contenders/parley.js';
import { createChat, register } from './load/account.js';
import { quantile } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';

const perSecond = 200;
const seconds = 5;

/**
 * From sending to hearing it on the other side, 200 a second; Parley's delivery comes after the
 * durable commit. In ms, so only the comparison within one run means something.
 */
export async function latency(rounds: number): Promise<void> {
  const contenders = [await parley(), await bareWs(), await plainSocketIo()];
  const figures = contenders.map(() => [] as number[]);
  const pairs = [];
  for (const contender of contenders) pairs.push(await pairOf(contender));
  for (let round = 0; round < rounds; round++) {
    for (const [i, pair] of pairs.entries()) figures[i]!.push(...(await pair.sample()));
  }
  console.log(`\nlatency at ${perSecond}/s, sent → delivered, ms`);
  for (const [i, { name }] of contenders.entries()) {
    const [p50, p99] = [quantile(figures[i]!, 0.5), quantile(figures[i]!, 0.99)];
    console.log(`  ${name.padEnd(18)} p50 ${p50.toFixed(2)}   p99 ${p99.toFixed(2)}`);
  }
  for (const pair of pairs) pair.close();
  for (const contender of contenders) await contender.close();
}

async function pairOf(contender: Contender) {
  const { url, name } = contender;
  const isParley = name === 'Parley';
  const arrived = new Map<string, (at: number) => void>();
  const accounts = isParley ? [await register(url, 'one'), await register(url, 'other')] : [];
  const chat = { type: 'direct', memberIds: accounts.slice(1).map(({ id }) => id) };
  const chatId = accounts[0] ? await createChat(url, accounts[0], chat) : 'everybody';
  const ignore = () => undefined;
  const hear = (event: string, payload: unknown) => {
    if (event === 'new_message')
      arrived.get((payload as { text: string }).text)?.(performance.now());
  };
  const sender = await SocketClient.connect(url, ignore, accounts[0]?.token);
  const hearer = await SocketClient.connect(url, hear, accounts[1]?.token);
  let n = 0;
  const one = async (): Promise<number> => {
    const text = `${++n} ${'x'.repeat(90)}`;
    const since = performance.now();
    const delivered = new Promise<number>((resolve) => arrived.set(text, resolve));
    void sender.emit('send_message', { chatId, text });
    return (await delivered) - since;
  };
  const sample = async (): Promise<number[]> => {
    const waits: Promise<number>[] = [];
    const start = performance.now();
    for (let i = 0; i < perSecond * seconds; i++) {
      const due = start + (i * 1000) / perSecond;
      // One look at the clock: between two, the moment may pass, and a timer takes no time back.
      const waitMs = due - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      waits.push(one());
    }
    return Promise.all(waits);
  };
  const close = () => {
    sender.close();
    hearer.close();
  };
  return { sample, close };
}
