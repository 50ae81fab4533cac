import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const commands = join(root, 'clients/cli/src/commands');

interface Operation {
  readonly operationId: string;
}
const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** Operations of administration for which there is no command, and why. */
const without: Readonly<Record<string, string>> = {};

/** Every operation that a command asks for: `api.adminJobs.retry(…)` is `adminJobsRetry`. */
const asked = new Set(
  readdirSync(commands).flatMap((file) =>
    [...readFileSync(join(commands, file), 'utf8').matchAll(/\bapi\.(\w+)\.(\w)(\w*)\(/g)].map(
      ([, group, initial, rest]) => `${group}${initial!.toUpperCase()}${rest}`,
    ),
  ),
);

const administration = Object.entries(document.paths)
  .filter(([path]) => path.startsWith('/api/admin/'))
  .flatMap(([, operations]) => Object.values(operations).map(({ operationId }) => operationId));

describe('The commands of administration', () => {
  it.each(administration)('have %s among what they ask for, or a reason why not', (operation) => {
    expect(asked.has(operation)).toBe(!(operation in without));
  });

  it('have no reason for what is no operation', () => {
    expect(administration).toEqual(expect.arrayContaining(Object.keys(without)));
    expect(administration.length).toBeGreaterThan(40);
  });
});
