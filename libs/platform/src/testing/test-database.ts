import { randomBytes } from 'node:crypto';

/**
 * The address of an empty database in the engine that the whole test run shares
 * (`test/start-processes.mjs`). A test that kills its database starts a `MongoProcess` of its own.
 */
export function freshDatabaseUri(): string {
  const base = process.env['TEST_MONGODB_URI'];
  if (!base) throw new Error('TEST_MONGODB_URI is not set: run the tests by jest.config.mjs');
  return `${base}/t${randomBytes(8).toString('hex')}`;
}
