import { UserId, type AuditDeed } from '@app/contracts';
import { ManualTime } from '../testing/manual-time.js';
import { AuditOutbox } from './audit-outbox.js';
import type { DeedsRepository } from './deeds.repository.js';

/** A database that answers when the test says so. */
class SlowDeeds {
  readonly asked: PromiseWithResolvers<AuditDeed[]>[] = [];

  readonly begunBefore = () => this.#ask();
  readonly settled = () => this.#ask();
  readonly remove = () => Promise.resolve();

  #ask(): Promise<AuditDeed[]> {
    const question = Promise.withResolvers<AuditDeed[]>();
    this.asked.push(question);
    return question.promise;
  }
}

const turn = () => new Promise(setImmediate);

describe('AuditOutbox', () => {
  it('is swept once what there is was told, even as another round ends at that moment', async () => {
    const deeds = new SlowDeeds();
    const told: string[] = [];
    const time = new ManualTime();
    const outbox = new AuditOutbox('things', {
      deeds: deeds as unknown as DeedsRepository,
      clock: time,
      ticker: time,
      log: () => ({
        append: (_, { deeds: all }) => {
          told.push(...all.map(({ id }) => id));
          return Promise.resolve({});
        },
      }),
    });
    outbox.onApplicationBootstrap();
    deeds.asked[0]!.resolve([]);
    await turn();

    const swept = outbox.sweep().then(() => told.push('swept'));
    // Both answers are read at once, as on a busy machine: nothing is left, and nothing was begun.
    deeds.asked[1]!.resolve([]);
    deeds.asked[2]!.resolve([]);
    await turn();
    const actor = { id: UserId.parse('ada') };
    const deed = { id: 'one', at: '', action: 'password.changed', outcome: 'done', actor } as const;
    deeds.asked[3]!.resolve([deed]);
    await swept;
    expect(told).toEqual(['one', 'swept']);
    await outbox.onApplicationShutdown();
  });
});
