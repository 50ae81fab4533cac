import { parley } from './contenders/parley.js';
import { createChat, register, type Account } from './load/account.js';
import { cpuMs, quantile } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';

const pairs = 20;
const text = 'x'.repeat(100);

interface Pair {
  readonly chatId: string;
  readonly sender: SocketClient;
}

/** CPU per message, in µs. */
interface Cost {
  readonly server: number;
  readonly database: number;
}

/**
 * One to one: messages stored with majority and journal, and delivered, per CPU-second of server and
 * database; 20 chats with 1 and with 10 messages in flight each.
 */
export async function direct(rounds: number): Promise<void> {
  const contender = await parley();
  const clients: SocketClient[] = [];
  let heard = 0;
  const pairsOf = async (): Promise<Pair[]> => {
    const made: Pair[] = [];
    for (let n = 0; n < pairs; n++) {
      const [one, other]: [Account, Account] = [
        await register(contender.url, `one-${n}`),
        await register(contender.url, `other-${n}`),
      ];
      const chat = { type: 'direct', memberIds: [other.id] };
      const chatId = await createChat(contender.url, one, chat);
      const sender = await SocketClient.connect(contender.url, () => undefined, one.token);
      const count = (event: string) => {
        if (event === 'new_message') heard++;
      };
      clients.push(sender, await SocketClient.connect(contender.url, count, other.token));
      made.push({ chatId, sender });
    }
    return made;
  };
  const all = await pairsOf();

  const sample = async (perPair: number, inFlight: number): Promise<Cost> => {
    heard = 0;
    const cpuOf = () => contender.pids.map((pid) => cpuMs([pid]));
    const before = cpuOf();
    const worker = async ({ chatId, sender }: Pair) => {
      for (let n = 0; n < perPair / inFlight; n++) {
        await sender.emit('send_message', { chatId, text });
      }
    };
    await Promise.all(all.flatMap((p) => Array.from({ length: inFlight }, () => worker(p))));
    while (heard < perPair * pairs) await new Promise(setImmediate);
    const each = cpuOf().map((ms, i) => ((ms - before[i]!) * 1000) / (perPair * pairs));
    return { server: each[0]!, database: each[1]! };
  };

  // A server that has just started compiles: not what is measured.
  await sample(500, 10);
  for (const inFlight of [1, 10]) {
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round++) costs.push(await sample(200, inFlight));
    report(inFlight, costs);
  }
  for (const client of clients) client.close();
  await contender.close();
}

function report(inFlight: number, costs: readonly Cost[]): void {
  const median = (of: (cost: Cost) => number) => quantile(costs.map(of), 0.5);
  const total = median(({ server, database }) => server + database);
  const figure = Math.round(1e6 / total).toLocaleString('en');
  const [server, database] = [median((cost) => cost.server), median((cost) => cost.database)];
  console.log(
    `1:1 durable, ${pairs} chats, ${inFlight} in flight each: ${figure} per CPU-second`,
    `(server ${server.toFixed(0)} µs, database ${database.toFixed(0)} µs each)`,
  );
}
