import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, on } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const root = resolve(__dirname, '../..');

/** The Python client as it stands in the repository. */
export const pythonClient = join(root, 'clients/python');

/** What a Python that imports it needs. */
export const pythonEnvironment = { PYTHONPATH: pythonClient, PYTHONDONTWRITEBYTECODE: '1' };

/** A program of the packages that `npm test` has installed: `schemathesis`, or `python` itself. */
export async function pythonProgram(name: string): Promise<string> {
  const file = pathToFileURL(join(root, 'tools/setup/python.mjs')).href;
  const places = (await import(file)) as { pythonProgram: (name: string) => string };
  return places.pythonProgram(name);
}

/** A script over the Python client, which says one JSON on each line. */
export class PythonScript {
  private readonly said: unknown[] = [];
  private read = 0;
  private errors = '';
  private readonly ears = new EventEmitter();

  private constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.said.push(JSON.parse(line));
      this.ears.emit('moved');
    });
    child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    child.once('close', () => this.ears.emit('end'));
  }

  static async start(script: string, settings: NodeJS.ProcessEnv): Promise<PythonScript> {
    const env = { ...pythonEnvironment, ...settings };
    const stdio = ['pipe', 'pipe', 'pipe'] as const;
    const args = [join(root, 'test', script)];
    return new PythonScript(spawn(await pythonProgram('python'), args, { env, stdio: [...stdio] }));
  }

  /** All that it says up to the first that fits, beginning behind what was read before. */
  async says<Said>(fits: (said: Said) => boolean): Promise<Said[]> {
    const heard: Said[] = [];
    const moves = on(this.ears, 'moved', { close: ['end'] });
    for (;;) {
      while (this.read < this.said.length) {
        heard.push(this.said[this.read++] as Said);
        if (fits(heard.at(-1)!)) return heard;
      }
      const { done } = await moves.next();
      if (done === true) throw new Error(`It ended: ${JSON.stringify(heard)} ${this.errors}`);
    }
  }

  /** A line for it to read, of JSON. */
  tell(what: unknown): void {
    this.child.stdin!.write(`${JSON.stringify(what)}\n`);
  }

  /** At once, as a power failure would. */
  stop(): void {
    this.child.kill('SIGKILL');
  }
}
