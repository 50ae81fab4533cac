import { eventually } from '@app/platform/testing';
import { Split } from './split.js';

/** What keeps a process busy that has left something behind. */
const left = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => ['ProcessWrap', 'TCPServerWrap', 'TCPSocketWrap'].includes(kind))
    .toSorted();

const countOf = (kind: string, all: readonly string[]) => all.filter((one) => one === kind).length;

describe('The split shape', () => {
  it('leaves nothing behind when a part of it does not start', async () => {
    const before = left();
    /** What was there before may go meanwhile: other tests have left it. */
    const added = () =>
      left().filter((kind, at, all) => at - all.indexOf(kind) >= countOf(kind, before));
    const nowhere = { PARLEY_HOST: '192.0.2.1' };
    await expect(Split.start(nowhere)).rejects.toThrow('EADDRNOTAVAIL');
    await eventually(() => expect(added()).toEqual([]));
  });
});
