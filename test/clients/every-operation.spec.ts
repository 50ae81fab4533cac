import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Person } from '../people/person.js';
import { pythonProgram } from '../processes/python-program.js';
import { ServerProcess } from '../processes/server-process.js';

const execute = promisify(execFile);

/** Each ends the session by which the others are tried. */
const endings = ['authLogOut', 'authRevokeOthers', 'authRefresh'];

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'response_headers_conformance',
];

describe('The OpenAPI document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-operations-'));
  let server: ServerProcess;
  let owner: Person;
  let member: Person;

  beforeAll(async () => {
    server = await ServerProcess.start({ PARLEY_DATA_DIR: folder });
    owner = await Person.register(server.url, 'olga');
    member = await Person.register(server.url, 'ada');
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Whatever is thought up from the document, also against it: what the answers have wrong. */
  async function complaintsOf(person: Person, ...how: readonly string[]): Promise<string> {
    const args = [
      ...['--no-color', 'run', `${server.url}/api/openapi.json`, '--url', server.url],
      ...['-H', `Authorization: Bearer ${person.token}`, '--checks', checks.join()],
      ...endings.flatMap((id) => ['--exclude-operation-id', id]),
      ...['--warnings', 'off', '--seed', '1', '--generation-deterministic', ...how],
    ];
    const program = await pythonProgram('schemathesis');
    // It looks through all variables for a proxy, before each request anew.
    const options = { cwd: folder, env: {}, maxBuffer: 100_000_000 };
    return execute(program, args, options).then(
      ({ stdout }) => (/Tested: [1-9]/.test(stdout) ? '' : `None was tried:\n${stdout}`),
      (failure: unknown) => {
        const { stdout = '' } = failure as { stdout?: string };
        // One that did not even start has said nothing there.
        return stdout === '' ? String(failure) : stdout;
      },
    );
  }

  it('says what every operation answers, to an owner and to a member', async () => {
    const [toOwner, toMember] = await Promise.all([
      complaintsOf(owner, '--phases', 'examples,coverage'),
      complaintsOf(member, '--phases', 'examples,fuzzing', '--max-examples', '4'),
    ]);
    expect([toOwner, toMember]).toEqual(['', '']);
  }, 240_000);
});
