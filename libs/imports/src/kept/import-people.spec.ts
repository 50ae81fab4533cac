import { UserId } from '@app/contracts';
import { mostPeople, type ImportSourceReader } from '../source/import-source.js';
import { AccountDirectory } from './accounts-here.js';
import { ImportPeople } from './import-people.js';
import { ImportRun } from './import-run.js';
import { Tally } from './tally.js';
import { TrialWriter } from './trial-writer.js';

describe('ImportPeople', () => {
  const personOf = (key: string) => ({ key, username: key, name: key });
  const peopleOf = (source: Partial<ImportSourceReader>, tally: Tally) =>
    new ImportPeople(
      { people: new Map(), personOf, ...source } as ImportSourceReader,
      new AccountDirectory(),
      ({ key }) => Promise.resolve(UserId.parse(`here-${key}`)),
      tally,
    );

  it('are as many as a workspace has, whether or not a list names them', async () => {
    const people = peopleOf({}, new Tally());
    for (let n = 0; n < mostPeople; n++) await people.userOf(`U${n}`);
    expect(await people.userOf('U0')).toBe('here-U0');
    await expect(people.userOf('UX')).rejects.toMatchObject({ reason: 'too_much' });
  });

  it('get no account for a reaction that is left out', async () => {
    const byKeys = Array.from({ length: 50_000 }, (_, n) => `U${n}`);
    const said = { at: '2020-01-02T03:04:05.678Z', authorKey: 'ann', text: 'Hi', files: [] };
    const message = { ...said, key: '1', isPinned: false, reactions: [{ emoji: '👍', byKeys }] };
    const chat = { key: 'C1', name: 'plans', memberKeys: [] };
    const source = {
      ...{ people: new Map(), personOf, chats: [chat] },
      // eslint-disable-next-line @typescript-eslint/require-await -- a stream, as sources have it
      messages: async function* () {
        yield message;
      },
    } as unknown as ImportSourceReader;
    const tally = new Tally();
    let reactions = 0;
    const run = new ImportRun({
      ...{ source, people: peopleOf(source, tally), tally, at: '2026-01-02T03:04:05.678Z' },
      writerOf: (work) =>
        new TrialWriter({ chat: () => Promise.resolve(undefined) }, 'slack', work),
      reached: ({ counts }) => {
        reactions = counts.reactions;
        return Promise.resolve();
      },
    });
    await run.through();
    expect(tally.counts.placeholders).toBe(reactions + 1);
    expect(reactions).toBeLessThan(byKeys.length);
  });
});
