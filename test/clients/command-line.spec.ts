import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { MarkdownFile } from '../documents/markdown.js';
import { asShown, ShellSession } from '../documents/shell-session.js';
import { CommandLine } from '../people/command-line.js';
import { embedded } from '../topologies/index.js';

const root = resolve(__dirname, '../..');
const execute = promisify(execFile);
const readme = new MarkdownFile(join(root, 'clients/cli/README.md'));

/** Every command that does something, as one would type it, by what `--help` says. */
async function commandsBelow(line: CommandLine, above: readonly string[] = []): Promise<string[]> {
  const { out } = await line.run([...above, '--help']);
  const [, listed = ''] = out.split('Commands:\n');
  const names = [...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name!);
  const below = names.filter((name) => name !== 'help');
  if (below.length === 0) return [above.join(' ')];
  return (await Promise.all(below.map((name) => commandsBelow(line, [...above, name])))).flat();
}

describe('The command line', () => {
  it('has a line in its README for each command, and none that is not there', async () => {
    const line = new CommandLine('http://127.0.0.1:1');
    const table = readme.prose.split('\n').filter((row) => row.startsWith('| `'));
    const named = table.flatMap((row) =>
      [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(named.toSorted()).toEqual((await commandsBelow(line)).toSorted());
    line.remove();
  });

  it('is one file without packages, which does what its README shows', async () => {
    const deployment = await embedded();
    const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));
    const program = join(folder, 'parley');
    await execute(process.execPath, ['tools/clients/build-cli.mjs', `${program}.mjs`], {
      cwd: root,
    });
    writeFileSync(program, `#!/bin/sh\nexec ${process.execPath} ${program}.mjs "$@"\n`);
    chmodSync(program, 0o755);
    const shell = new ShellSession(folder, {
      PATH: `${folder}:${process.env['PATH']}`,
      XDG_CONFIG_HOME: join(folder, 'home'),
      PARLEY_URL: deployment.url,
    });
    const block = (language: string) =>
      readme.blocks.find((one) => one.language === language)!.text;
    expect(await shell.run(block('sh'))).toMatch(asShown(block('text')));
    await shell.close();
    rmSync(folder, { recursive: true });
    await deployment.close();
  });

  it('lets a server go that is asked for much, when it is told to stop', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const line = new CommandLine(`http://127.0.0.1:${port}`, { PARLEY_TOKEN: 'one' });
    const verifying = line.run(['admin', 'audit', 'verify']);
    const [request] = (await once(server, 'request')) as [IncomingMessage];
    const isLetGo = once(request.socket, 'close');
    line.stop();
    expect(await verifying).toMatchObject({ exitCode: 130, err: 'parley: Interrupted\n' });
    await isLetGo;
    line.remove();
    server.close();
  });

  it('is run by npx in the repository', async () => {
    const { stdout } = await execute('npx', ['parley', '--version'], { cwd: root });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
