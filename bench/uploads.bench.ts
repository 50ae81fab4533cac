import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { parley } from './contenders/parley.js';
import { createChat, register } from './load/account.js';
import { peakKb, quantile, residentKb } from './load/cpu.js';

const AT_ONCE = 200;
const SIZE = 5_000_000;
/** What a server that has been at work holds anyway: code, its heap, its connections to others. */
const WARM_UP = 40;
const MOST_GROWTH_MIB = 150;
const BOUNDARY = 'between-parts';

const rest = randomBytes(SIZE - 100);
/** The beginning of each is another: none is there already. */
const startOf = (n: number): Buffer =>
  Buffer.from(`\x1f\x8b\x08 number ${n}`.padEnd(100), 'latin1');

/**
 * How much the memory of a server that has been at work grows by 200 uploads of 5 MB at once, at
 * its peak. Fails beyond 150 MiB, and when what is stored is not what was sent.
 */
export async function uploads(rounds: number): Promise<void> {
  const growths: number[] = [];
  for (let round = 0; round < rounds; round++) growths.push(await growth());
  const worst = Math.max(...growths);
  console.log(
    `${AT_ONCE} uploads of ${SIZE / 1e6} MB at once: ${quantile(growths, 0.5).toFixed(0)} MiB more`,
    `than before (median of ${rounds} servers), ${worst.toFixed(0)} at worst; all hashes right`,
  );
  if (worst <= MOST_GROWTH_MIB) return;
  console.log(`  OVER THE BUDGET: ${MOST_GROWTH_MIB} MiB`);
  process.exitCode = 1;
}

async function growth(): Promise<number> {
  const contender = await parley({ PARLEY_PREVIEWS: 'off' });
  const { url } = contender;
  const [ada, bob] = [await register(url, 'ada'), await register(url, 'bob')];
  const chatId = await createChat(url, ada, { type: 'direct', memberIds: [bob.id] });
  const send = async (n: number): Promise<void> => {
    const sha256 = createHash('sha256').update(startOf(n)).update(rest).digest('hex');
    const stored = await upload(`${url}/api/files/upload`, ada.token, chatId, n);
    if (stored !== sha256) throw new Error(`${n} was sent as ${sha256} and stored as ${stored}`);
  };
  for (let n = 0; n < WARM_UP; n++) await send(n);
  const [server] = contender.pids;
  const before = residentKb(server!);
  await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => send(WARM_UP + n)));
  const most = peakKb(server!);
  await contender.close();
  return (most - before) / 1024;
}

/** As a form; returns the SHA-256 that the server answers. */
async function upload(url: string, token: string, chatId: string, n: number): Promise<string> {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name=`;
  const before = Buffer.concat([
    Buffer.from(`${head}"chatId"\r\n\r\n${chatId}\r\n`),
    Buffer.from(`${head}"file"; filename="${n}.gz"\r\n\r\n`),
    startOf(n),
  ]);
  const after = `\r\n--${BOUNDARY}--\r\n`;
  const request = ask(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'content-length': before.length + rest.length + after.length,
    },
  });
  request.write(before);
  request.write(rest);
  request.end(after);
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${said}`);
  return (JSON.parse(said) as { sha256: string }).sha256;
}
