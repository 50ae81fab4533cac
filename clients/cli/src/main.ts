import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { runProgram } from './program.js';

const enough = new AbortController();
// The first Ctrl-C ends a command in order, a second one at once.
process.once('SIGINT', () => enough.abort());
process.once('SIGTERM', () => enough.abort());
// Who reads has had enough: `parley tail | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await runProgram(process.argv.slice(2), {
  env: process.env,
  folder: process.cwd(),
  input: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  askSecretly,
  enough: enough.signal,
});

async function askSecretly(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('', { signal: enough.signal });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
