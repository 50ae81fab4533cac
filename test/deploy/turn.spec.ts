import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { TurnServer } from '../processes/turn-server.js';
import { composeFile } from './compose-file.js';

const secret = 'only-for-tests-only-for-tests-only-for-tests';

describe('deploy/turn', () => {
  let turn: TurnServer;

  beforeAll(async () => {
    turn = await TurnServer.start(secret);
  });

  afterAll(() => turn.close());

  /** What coturn's own client says of a relay to a peer, once it has been let in. */
  async function relayTo(peer: string, by = secret): Promise<string> {
    const [, host, port] = /^turn:([^:]+):(\d+)/.exec(turn.url)!;
    const to = ['-e', peer, '-r', '9', '-n', '1', '-c'];
    const args = ['-v', '-W', by, '-u', 'ada', ...to, '-p', port!, host!];
    try {
      return (await promisify(execFile)('turnutils_uclient', args)).stdout;
    } catch (error) {
      // It ends so where it is refused.
      return (error as { stdout: string }).stdout;
    }
  }

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'])(
    'relays nothing to %s, which its machine may reach',
    async (peer) => {
      expect(await relayTo(peer)).toContain('403 (Forbidden IP)');
    },
  );

  it('relays to whom it may, for who has a name by its secret', async () => {
    expect(await relayTo('127.0.0.1')).not.toContain('error');
    expect(await relayTo('127.0.0.1', `${secret}x`)).toMatch(/error 401|Cannot complete/);
  });

  it('does not start without a secret', () => {
    const options = { env: { PATH: process.env['PATH'] }, encoding: 'utf8' } as const;
    for (const env of [options.env, { ...options.env, PARLEY_TURN_SECRET: '' }]) {
      const { status, stderr } = spawnSync('deploy/turn/start.sh', { ...options, env });
      expect(status).not.toBe(0);
      expect(stderr).toContain('PARLEY_TURN_SECRET');
    }
  });

  it('has in Compose the secret that Parley has', () => {
    const { environment, volumes } = composeFile.services['turn']!;
    expect(environment).toEqual({ PARLEY_TURN_SECRET: '${PARLEY_TURN_SECRET:-}' });
    expect(volumes).toEqual(['./deploy/turn:/etc/parley:ro']);
  });
});
