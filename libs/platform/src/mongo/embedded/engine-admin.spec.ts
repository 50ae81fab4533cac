import { mongo } from 'mongoose';
import { becomePrimary, engineUri, ensureUser } from './engine-admin.js';

type Command = Record<string, unknown>;

/** Answers as a `mongod` does that is not part of a set yet, or of one under another port. */
class FakeAdmin {
  readonly commands: Command[] = [];
  readonly client = {
    db: () => ({
      collection: () => ({ findOne: () => Promise.resolve({ _id: 'rs0', version: 7, term: 3 }) }),
    }),
  };

  constructor(private readonly refusals: Record<string, number>) {}

  command(command: Command): Promise<Command> {
    this.commands.push(command);
    const name = Object.keys(command)[0]!;
    const code = this.refusals[name];
    if (code !== undefined) return Promise.reject(new mongo.MongoServerError({ code }));
    // A set is one from the moment on that it is told so.
    if (name.startsWith('replSet')) delete this.refusals['replSetGetStatus'];
    return Promise.resolve({ ok: 1, isWritablePrimary: true });
  }

  get names(): string[] {
    return this.commands.map((command) => Object.keys(command)[0]!);
  }
}

const run = async (admin: FakeAdmin): Promise<FakeAdmin> => {
  await becomePrimary(admin as unknown as mongo.Db, 4711);
  return admin;
};

describe('becomePrimary', () => {
  it('initiates a set that never was, once', async () => {
    const admin = await run(new FakeAdmin({ replSetGetStatus: 94 }));
    await run(admin);
    const initiations = admin.commands.filter((command) => 'replSetInitiate' in command);
    const members = [{ _id: 0, host: '127.0.0.1:4711' }];
    expect(initiations).toEqual([{ replSetInitiate: { _id: 'rs0', members } }]);
  });

  it('tells a set its new port', async () => {
    const { commands } = await run(new FakeAdmin({ replSetGetStatus: 93 }));
    expect(commands[1]).toMatchObject({
      replSetReconfig: { _id: 'rs0', version: 8, members: [{ host: '127.0.0.1:4711' }] },
      force: true,
    });
  });

  it('leaves a set alone that is well', async () => {
    expect((await run(new FakeAdmin({}))).names).toEqual(['replSetGetStatus', 'hello']);
  });

  it('does not hide another refusal', async () => {
    await expect(run(new FakeAdmin({ replSetGetStatus: 13 }))).rejects.toMatchObject({ code: 13 });
  });
});

describe('ensureUser', () => {
  const login = { user: 'parley', password: 'a/b' };

  it.each([
    ['creates it', {}, ['createUser']],
    ['gives it the password if it is there', { createUser: 51003 }, ['createUser', 'updateUser']],
  ])('%s', async (_, refusals, names) => {
    const admin = new FakeAdmin(refusals);
    await ensureUser(admin as unknown as mongo.Db, login);
    expect(admin.names).toEqual(names);
  });

  it('has an address that any password fits in', () => {
    expect(engineUri(1, 'parley', login)).toContain('//parley:a%2Fb@127.0.0.1:1/parley?');
  });
});
