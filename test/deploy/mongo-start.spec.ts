import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const script = readFileSync('deploy/mongo/start-replica-set.js', 'utf8');

/** As mongosh runs it, on a server that answers `status()` and elects after some asking. */
function run(status: () => void, asksUntilPrimary: number) {
  const initiated: unknown[] = [];
  let asks = 0;
  const shell = {
    process: { env: { MONGO_MEMBERS: 'mongo-1:27017,mongo-2:27017' } },
    rs: { status, initiate: (config: unknown) => initiated.push(config) },
    db: { hello: () => (++asks > asksUntilPrimary ? { primary: 'mongo-1:27017' } : {}) },
    sleep: () => undefined,
  };
  runInNewContext(script, shell);
  // Of another context, whose objects are of other classes.
  return JSON.parse(JSON.stringify(initiated)) as unknown[];
}
const fails = (code: number) => () => {
  throw Object.assign(new Error('no status'), { code });
};

describe('deploy/mongo/start-replica-set.js', () => {
  it('makes the set of the members that are named, and waits for its primary', () => {
    const members = [
      { _id: 0, host: 'mongo-1:27017' },
      { _id: 1, host: 'mongo-2:27017' },
    ];
    expect(run(fails(94), 3)).toEqual([{ _id: 'parley', members }]);
  });

  it('leaves a set alone that is there', () => {
    expect(run(() => undefined, 0)).toEqual([]);
  });

  it('fails when the server says anything else, and when nobody becomes primary', () => {
    expect(() => run(fails(13), 0)).toThrow('no status');
    expect(() => run(fails(94), Infinity)).toThrow('no primary');
  });
});
