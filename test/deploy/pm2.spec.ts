import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { programOf, serverApps } from './deploy-files.js';

interface Pm2App {
  readonly name: string;
  readonly cwd: string;
  readonly script: string;
  readonly interpreter: string;
  readonly exec_mode: string;
  readonly instances: number;
  readonly increment_var: string;
  readonly env: Readonly<Record<string, string | number>>;
  readonly kill_timeout: number;
}

const { apps } = createRequire(resolve('package.json'))(
  resolve('deploy/pm2/ecosystem.config.cjs'),
) as { apps: readonly Pm2App[] };

describe('deploy/pm2/ecosystem.config.cjs', () => {
  it('runs every service twice, by programs that the build makes', () => {
    expect(apps.map(({ name }) => name).sort()).toEqual(
      serverApps().filter((app) => app !== 'server'),
    );
    for (const { name, cwd, script, interpreter, instances, exec_mode } of apps) {
      expect(cwd).toBe(resolve('.'));
      expect(script).toBe(programOf(name));
      expect(existsSync(join(cwd, script))).toBe(true);
      expect(existsSync(interpreter)).toBe(true);
      expect([instances, exec_mode]).toEqual([2, 'fork']);
    }
  });

  it('gives each process a port of its own, and settings that there are', () => {
    const example = readFileSync('.env.example', 'utf8');
    const ports = apps.flatMap(({ instances, env, increment_var }) => {
      for (const name of Object.keys(env)) expect(example).toContain(`# ${name}=`);
      return Array.from({ length: instances }, (_, i) => Number(env[increment_var]) + i);
    });
    expect(new Set(ports).size).toBe(2 * apps.length);
  });

  it('waits longer than a process takes to drain', () => {
    for (const { kill_timeout } of apps) expect(kill_timeout).toBeGreaterThan(10_000);
  });
});
