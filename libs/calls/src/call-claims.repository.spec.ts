import { CallId, UserId } from '@app/contracts';
import type { Database } from '@app/platform';
import { ManualTime } from '@app/platform/testing';
import { CallClaimsRepository, type Claim } from './call-claims.repository.js';
import type { CallsRepository } from './calls.repository.js';

const claim: Claim = `user:${UserId.parse('ada')}`;
const [first, second] = [CallId.parse('first'), CallId.parse('second')];

/** More often than that a claim is not tried for. */
const mostTries = 1000;

/** Claims that are taken at each try, and are held by this call, or let go, by the next look. */
function claimsOf(held: CallId | undefined) {
  let tries = 0;
  const taken = Object.assign(new Error('taken'), { name: 'MongoServerError', code: 11000 });
  const model = {
    create: () => Promise.reject(++tries > mostTries ? new Error('for ever') : taken),
    findById: () => ({ lean: () => Promise.resolve(held && { _id: claim, callId: held }) }),
  };
  const database = { model: () => model } as unknown as Database;
  const calls = { find: () => Promise.resolve(undefined) } as unknown as CallsRepository;
  return new CallClaimsRepository(database, calls, new ManualTime());
}

describe('CallClaimsRepository', () => {
  it('has what its call has already', async () => {
    await expect(claimsOf(first).take(claim, first)).resolves.toBeUndefined();
  });

  it('does not try for ever for what others take and let go each time', async () => {
    await expect(claimsOf(undefined).take(claim, second)).rejects.toMatchObject({
      code: 'service_unavailable',
    });
  });
});
