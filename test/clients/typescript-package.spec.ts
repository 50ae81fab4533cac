import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { MarkdownFile } from '../documents/markdown.js';
import { asShown } from '../documents/shell-session.js';
import { Person } from '../people/person.js';
import { embedded, type Deployment } from '../topologies/index.js';

const root = resolve(__dirname, '../..');
const source = join(root, 'clients/typescript');
const execute = promisify(execFile);

/** A project into which the package was installed as it would be published. */
class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-client-'));
  private readonly modules = join(this.folder, 'node_modules');

  async install(): Promise<void> {
    const built = join(this.folder, 'package');
    await this.compile('-p', source, '--outDir', join(built, 'dist'));
    for (const name of ['package.json', 'README.md', 'LICENSE'])
      cpSync(join(source, name), join(built, name));
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', this.folder];
    const { stdout } = await execute('npm', pack, { cwd: built });
    const target = join(this.modules, '@parley/client');
    mkdirSync(target, { recursive: true });
    const tarball = join(this.folder, stdout.trim());
    await execute('tar', ['xzf', tarball, '-C', target, '--strip', '1']);
    for (const name of ['socket.io-client', '@types'])
      symlinkSync(join(root, 'node_modules', name), join(this.modules, name));
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  async compile(...args: string[]): Promise<void> {
    await this.node([join(root, 'node_modules/typescript/bin/tsc'), ...args]);
  }

  /** What it prints. */
  async node(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
    const env = { ...process.env, ...environment };
    return (await execute(process.execPath, args, { cwd: this.folder, env })).stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('The package @parley/client', () => {
  const readme = new MarkdownFile(join(source, 'README.md'));
  const block = (language: string) =>
    readme.blocks.find((one) => one.language === language && one.under === 'An example')!.text;
  const project = new Project();
  let deployment: Deployment;

  beforeAll(async () => {
    deployment = await embedded();
    await project.install();
    project.write('package.json', '{"type": "module"}');
    project.write('example.ts', block('ts'));
  });

  afterAll(async () => {
    project.remove();
    await deployment.close();
  });

  it('has types by which the example of its README is right', async () => {
    const settings =
      '--noEmit --strict --module nodenext --target es2023 --types node --skipDefaultLibCheck';
    await project.compile('example.ts', ...settings.split(' '));
  });

  it('runs that example as it is shown', async () => {
    const ada = await Person.register(deployment.url, 'ada');
    const { username } = ada.profile;
    const printed = await project.node(['example.ts'], {
      PARLEY_URL: deployment.url,
      PARLEY_USERNAME: username,
      PARLEY_PASSWORD: ada.password,
    });
    expect(printed.replace(username, 'ada').trim()).toMatch(asShown(block('text')));
  });
});
