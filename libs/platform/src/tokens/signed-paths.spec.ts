import { configFrom } from '../config/config.js';
import { ManualTime } from '../testing/manual-time.js';
import { SignedPaths } from './signed-paths.js';

const path = '/api/files/01ABC';

describe('SignedPaths', () => {
  let time: ManualTime;
  const pathsWith = (settings: NodeJS.ProcessEnv) => new SignedPaths(configFrom(settings), time);
  const paths = () => pathsWith({ JWT_SECRET: 'a'.repeat(32) });
  const partsOf = (link: string) => {
    const query = new URL(link, 'http://parley.example').searchParams;
    return { expires: Number(query.get('expires')), signature: query.get('signature')! };
  };

  beforeEach(() => (time = new ManualTime('2030-01-01T00:00:00.000Z')));

  it('are good until their end', () => {
    const link = paths().sign(path, 60);
    expect(link.startsWith(`${path}?expires=`)).toBe(true);
    expect(paths().check(path, partsOf(link))).toBe('good');
    time.pass(59_000);
    expect(paths().check(path, partsOf(link))).toBe('good');
    time.pass(1000);
    expect(paths().check(path, partsOf(link))).toBe('expired');
  });

  it('are good for their own path and end only', () => {
    const { expires, signature } = partsOf(paths().sign(path, 60));
    expect(paths().check('/api/files/01ABD', { expires, signature })).toBe('forged');
    expect(paths().check(path, { expires: expires + 1, signature })).toBe('forged');
    for (const wrong of ['', 'x', signature.slice(1), signature.replace(/^./, '!')]) {
      expect(paths().check(path, { expires, signature: wrong })).toBe('forged');
    }
  });

  it('outlive a rotation of the secret, and no more than that', () => {
    const link = partsOf(paths().sign(path, 60));
    const [before, after] = ['a'.repeat(32), 'b'.repeat(32)];
    const rotated = pathsWith({ JWT_SECRET: after, JWT_SECRET_PREVIOUS: before });
    expect(rotated.check(path, link)).toBe('good');
    expect(pathsWith({ JWT_SECRET: after }).check(path, link)).toBe('forged');
  });
});
