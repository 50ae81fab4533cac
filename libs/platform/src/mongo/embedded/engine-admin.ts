import { mongo } from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import { replicaSet } from './engine-flags.js';

const notYetInitialized = 94;
const invalidReplicaSetConfig = 93;
const userExists = 51003;
const patienceMs = 30_000;

/** Who logs in, once the engine demands it. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The address of `database` in the engine on this port of loopback. */
export function engineUri(port: number, database: string, login?: Login): string {
  const who = login ? `${login.user}:${encodeURIComponent(login.password)}@` : '';
  const source = login ? '&authSource=admin' : '';
  // Direct: the set has one member, and that is where it was.
  return `mongodb://${who}127.0.0.1:${port}/${database}?directConnection=true${source}`;
}

/** Runs `task` on the engine's `admin` database. */
export async function asAdmin<R>(uri: string, task: (admin: mongo.Db) => Promise<R>): Promise<R> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: patienceMs });
  try {
    return await task((await client.connect()).db('admin'));
  } finally {
    await client.close();
  }
}

/**
 * Resolves once the engine takes writes. A `mongod` that was never part of a set is made one of
 * its own, once; one whose set knows it by another port is told the new one.
 */
export async function becomePrimary(admin: mongo.Db, port: number): Promise<void> {
  const member = { _id: 0, host: `127.0.0.1:${port}` };
  const status = await codeOf(admin.command({ replSetGetStatus: 1 }));
  if (status === notYetInitialized) {
    await admin.command({ replSetInitiate: { _id: replicaSet, members: [member] } });
  }
  if (status === invalidReplicaSetConfig) await moveMember(admin, member);
  const deadline = Date.now() + patienceMs;
  while ((await admin.command({ hello: 1 }))['isWritablePrimary'] !== true) {
    if (Date.now() > deadline) throw new Error('The database does not become primary');
    await pause(50);
  }
}

/** Creates the user, or gives it this password if a start that was killed had made it already. */
export async function ensureUser(admin: mongo.Db, { user, password }: Login): Promise<void> {
  const roles = [{ role: 'root', db: 'admin' }];
  const code = await codeOf(admin.command({ createUser: user, pwd: password, roles }));
  if (code === userExists) await admin.command({ updateUser: user, pwd: password, roles });
}

async function moveMember(admin: mongo.Db, member: { _id: number; host: string }): Promise<void> {
  const kept = await admin.client.db('local').collection('system.replset').findOne({});
  const version = ((kept?.['version'] as number | undefined) ?? 0) + 1;
  await admin.command({
    replSetReconfig: { ...kept, version, members: [member] },
    force: true,
  });
}

/** The code with which the server refuses the command, 0 when it does not. */
async function codeOf(command: Promise<unknown>): Promise<number> {
  try {
    await command;
    return 0;
  } catch (error) {
    // A refusal is an answer here; which ones are expected, the caller knows.
    if (!(error instanceof mongo.MongoServerError)) throw error;
    const code = error.code as number;
    if ([notYetInitialized, invalidReplicaSetConfig, userExists].includes(code)) return code;
    throw error;
  }
}
