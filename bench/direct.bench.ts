import { socketUrlOf, type Contender } from './contenders/contender.js';
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

/** What both ends share: who serves, who waits to be closed, and how much has arrived. */
export interface Floor {
  readonly contender: Contender;
  readonly clients: SocketClient[];
  heard: number;
}

/**
 * One to one: messages stored with majority and journal, and delivered, per CPU-second of server
 * and database; 20 chats with 1 and with 10 messages in flight each.
 */
export async function direct(rounds: number): Promise<void> {
  const [floor, all] = await takePlaces(await parley());
  for (const inFlight of [1, 10]) {
    await sample(floor, all, { perPair: 100, inFlight });
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round++) {
      costs.push(await sample(floor, all, { perPair: 200, inFlight }));
    }
    report(inFlight, costs);
  }
  for (const client of floor.clients) client.close();
  await floor.contender.close();
}

/** Everybody of a 1:1 measurement, in their chats. */
export async function takePlaces(contender: Contender): Promise<[Floor, Pair[]]> {
  const floor: Floor = { contender, clients: [], heard: 0 };
  const all: Pair[] = [];
  for (let n = 0; n < pairs; n++) all.push(await pairOf(floor, n));
  return [floor, all];
}

/** Two new people and their chat; one of them speaks, what the other hears is counted. */
async function pairOf(floor: Floor, n: number): Promise<Pair> {
  const { url } = floor.contender;
  const [one, other]: [Account, Account] = [
    await register(url, `one-${n}`),
    await register(url, `other-${n}`),
  ];
  const chatId = await createChat(url, one, { type: 'direct', memberIds: [other.id] });
  const { contender } = floor;
  const sender = await SocketClient.connect(socketUrlOf(contender, n), () => undefined, one.token);
  const count = (event: string) => {
    if (event === 'new_message') floor.heard++;
  };
  floor.clients.push(
    sender,
    await SocketClient.connect(socketUrlOf(contender, n + 1), count, other.token),
  );
  return { chatId, sender };
}

/** What a message costs while all of them speak. */
export async function sample(
  floor: Floor,
  all: readonly Pair[],
  { perPair, inFlight }: { readonly perPair: number; readonly inFlight: number },
): Promise<Cost> {
  floor.heard = 0;
  const cpuOf = () => floor.contender.pids.map((pid) => cpuMs([pid]));
  const before = cpuOf();
  const worker = async ({ chatId, sender }: Pair) => {
    for (let n = 0; n < perPair / inFlight; n++) {
      await sender.emit('send_message', { chatId, text });
    }
  };
  await Promise.all(all.flatMap((p) => Array.from({ length: inFlight }, () => worker(p))));
  while (floor.heard < perPair * pairs) await new Promise(setImmediate);
  const each = cpuOf().map((ms, i) => ((ms - before[i]!) * 1000) / (perPair * pairs));
  const database = each.pop()!;
  return { server: each.reduce((sum, one) => sum + one, 0), database };
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
