import { setTimeout as sleep } from 'node:timers/promises';
import { bareWs, plainSocketIo, type Contender } from './contenders/contender.js';
import { parley } from './contenders/parley.js';
import { chatCount, register } from './load/account.js';
import { cpuMs, residentKb } from './load/cpu.js';
import { SocketClient } from './load/socket-client.js';

const connections = 2000;
const quietMs = 10_000;

/**
 * Connections that say nothing: memory of the server each, CPU to connect one, CPU while all are
 * quiet. For Parley each is signed in, in two chats, and the database's CPU counts.
 */
export async function idle(): Promise<void> {
  console.log(`\n${connections} idle connections`);
  for (const contender of [await parley(), await bareWs(), await plainSocketIo()]) {
    const tokens = contender.name === 'Parley' ? await tokensOf(contender) : [];
    const [server] = contender.pids as [number];
    const memory = residentKb(server);
    const cpu = cpuMs(contender.pids);
    const clients: SocketClient[] = [];
    for (let n = 0; n < connections; n++) {
      const token = tokens[n % Math.max(1, tokens.length)];
      clients.push(await SocketClient.connect(contender.url, () => undefined, token));
    }
    const perConnect = (cpuMs(contender.pids) - cpu) / connections;
    await sleep(1000);
    const each = (residentKb(server) - memory) / connections;
    const before = [cpuMs([server]), cpuMs(contender.pids)] as const;
    await sleep(quietMs);
    const [own, all] = [cpuMs([server]), cpuMs(contender.pids)];
    const share = ((own - before[0]) / quietMs) * 100;
    const shareOfAll = ((all - before[1]) / quietMs) * 100;
    console.log(
      `  ${contender.name.padEnd(18)} ${each.toFixed(0).padStart(4)} kB each,`,
      `${perConnect.toFixed(2)} ms CPU to connect, ${share.toFixed(2)} % of a core while quiet,`,
      `${shareOfAll.toFixed(2)} % with the database`,
    );
    for (const client of clients) client.close();
    await contender.close();
  }
}

/** Twenty devices of each person, once everybody has their two chats. */
async function tokensOf({ url }: Contender): Promise<string[]> {
  const accounts = [];
  for (let n = 0; n < connections / 20; n++) accounts.push(await register(url, `idle-${n}`));
  // People are welcomed one after the other, and the others hear of it: not what is measured.
  while ((await chatCount(url, accounts.at(-1)!)) < 2) await sleep(100);
  return accounts.map(({ token }) => token);
}
