import { bareWs, plainSocketIo, socketUrlOf, type Contender } from './contenders/contender.js';
import { parley } from './contenders/parley.js';
import { createChat, register } from './load/account.js';
import { cpuMs, quantile } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';

const members = 100;
const text = 'x'.repeat(100);

/** A room of members that are connected; `heard` counts deliveries. */
export interface Audience {
  readonly contender: Contender;
  readonly clients: readonly SocketClient[];
  readonly chatId: string;
  heard: number;
}

/**
 * Deliveries to a room of 100 per CPU-second of the server (database included), with one and with
 * sixteen messages in flight. Parley stores each with majority and journal before it delivers; the
 * others store nothing.
 */
export async function fanout(rounds: number): Promise<void> {
  const audiences = [
    await assemble(await parley(), true),
    await assemble(await bareWs(), false),
    await assemble(await plainSocketIo(), false),
  ];
  for (const inFlight of [1, 16]) {
    for (const audience of audiences) await speak(audience, 300, inFlight);
    const figures = audiences.map(() => [] as number[]);
    for (let round = 0; round < rounds; round++) {
      for (const [i, audience] of audiences.entries()) {
        figures[i]!.push(await speak(audience, 1000, inFlight));
      }
    }
    report(`fan-out to ${members}, ${inFlight} in flight`, audiences, figures);
  }
  for (const { clients, contender } of audiences) {
    for (const client of clients) client.close();
    await contender.close();
  }
}

/** A room with everybody in it, connected. */
export async function assemble(contender: Contender, hasAccounts: boolean): Promise<Audience> {
  const audience = { contender, clients: [] as SocketClient[], chatId: 'everybody', heard: 0 };
  const hear = (event: string) => {
    if (event === 'new_message') audience.heard++;
  };
  const accounts = [];
  for (let n = 0; hasAccounts && n < members; n++) {
    accounts.push(await register(contender.url, `member-${n}`));
  }
  if (accounts[0]) {
    const memberIds = accounts.slice(1).map(({ id }) => id);
    const chat = { type: 'group', name: 'everybody', memberIds };
    audience.chatId = await createChat(contender.url, accounts[0], chat);
  }
  for (let n = 0; n < members; n++) {
    audience.clients.push(
      await SocketClient.connect(socketUrlOf(contender, n), hear, accounts[n]?.token),
    );
  }
  return audience;
}

/** Returns deliveries per CPU-second. */
export async function speak(audience: Audience, count: number, inFlight: number): Promise<number> {
  const { contender, clients, chatId } = audience;
  audience.heard = 0;
  const before = cpuMs(contender.pids);
  let said = 0;
  const speaker = async (client: SocketClient) => {
    while (said++ < count) await client.emit('send_message', { chatId, text });
  };
  await Promise.all(clients.slice(0, inFlight).map(speaker));
  while (audience.heard < count * members) await new Promise(setImmediate);
  return (count * members) / ((cpuMs(contender.pids) - before) / 1000);
}

function report(title: string, audiences: readonly Audience[], figures: number[][]): void {
  const medians = figures.map((values) => quantile(values, 0.5));
  console.log(`\n${title}: deliveries per CPU-second, median of ${figures[0]!.length} rounds`);
  for (const [i, { contender }] of audiences.entries()) {
    const ratio = (medians[0]! / medians[i]!).toFixed(2);
    const figure = Math.round(medians[i]!).toLocaleString('en');
    console.log(`  ${contender.name.padEnd(18)} ${figure.padStart(9)}   Parley is ${ratio} ×`);
  }
}
