import { randomBytes } from 'node:crypto';
import type { Contender } from './contenders/contender.js';
import { nginx } from './contenders/nginx.js';
import { parley } from './contenders/parley.js';
import { createChat, register } from './load/account.js';
import { cpuMs, quantile } from './load/cpu.js';

const MIB = 1024 ** 2;
const SIZE = 64 * MIB;

/** What goes through a file server: `up` resolves with where `down` finds it. */
interface Passage {
  readonly contender: Contender;
  up(content: Buffer): Promise<string>;
  /** As a browser asks for it. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
}

/**
 * CPU per MiB of a file that goes up and comes down, of the server process, and how fast; beside
 * nginx, which neither looks at what it gets, nor hashes it, nor waits for the disk.
 */
export async function files(rounds: number): Promise<void> {
  for (const open of [throughParley, throughNginx]) {
    const passage = await open();
    const [up, down]: [Cost[], Cost[]] = [[], []];
    // The first round runs code that has never run.
    for (let round = 0; round <= rounds; round++) {
      const content = aContent();
      let place = '';
      up.push(await costOf(passage, async () => void (place = await passage.up(content))));
      down.push(await costOf(passage, () => drain(place, passage.headers)));
    }
    report(passage.contender.name, 'up', up.slice(1));
    report(passage.contender.name, 'down', down.slice(1));
    await passage.contender.close();
  }
}

/** Of a kind that is kept as it is, and of which there is no preview. */
function aContent(): Buffer {
  const content = randomBytes(SIZE);
  Buffer.from([0x1f, 0x8b, 0x08]).copy(content);
  return content;
}

async function throughParley(): Promise<Passage> {
  const contender = await parley();
  const { url } = contender;
  const [ada, bob] = [await register(url, 'ada'), await register(url, 'bob')];
  const chatId = await createChat(url, ada, { type: 'direct', memberIds: [bob.id] });
  const headers = { authorization: `Bearer ${ada.token}` };
  const up = async (content: Buffer) => {
    const form = new FormData();
    form.append('chatId', chatId);
    form.append('file', new Blob([new Uint8Array(content)]), 'dump.gz');
    const response = await fetch(`${url}/api/files/upload`, {
      method: 'POST',
      headers,
      body: form,
    });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    return `${url}/api/files/${((await response.json()) as { id: string }).id}`;
  };
  return { contender, up, headers };
}

async function throughNginx(): Promise<Passage> {
  const contender = await nginx();
  let count = 0;
  const up = async (content: Buffer) => {
    const url = `${contender.url}/${++count}.gz`;
    const response = await fetch(url, { method: 'PUT', body: new Uint8Array(content) });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    return url;
  };
  return { contender, up, headers: {} };
}

async function drain(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(url, { headers });
  let size = 0;
  for await (const piece of response.body!) size += (piece as Uint8Array).length;
  if (size !== SIZE) throw new Error(`${response.status}: ${size} bytes instead of ${SIZE}`);
}

/** Without the database, which sees a line of each file. */
async function costOf({ contender }: Passage, run: () => Promise<void>): Promise<Cost> {
  const server = contender.pids.slice(0, 1);
  const [cpu, wall] = [cpuMs(server), performance.now()];
  await run();
  return { cpuMs: cpuMs(server) - cpu, wallMs: performance.now() - wall };
}

function report(name: string, way: string, costs: readonly Cost[]): void {
  const median = (of: (cost: Cost) => number) => quantile(costs.map(of), 0.5);
  const cpu = median((cost) => cost.cpuMs / (SIZE / MIB));
  const rate = median((cost) => SIZE / MIB / (cost.wallMs / 1000));
  console.log(
    `${name.padEnd(7)} ${way.padEnd(5)} ${cpu.toFixed(2)} ms of CPU per MiB,`,
    `${rate.toFixed(0)} MiB/s (medians of ${costs.length}, ${SIZE / MIB} MiB each)`,
  );
}
