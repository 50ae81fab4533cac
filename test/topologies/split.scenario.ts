import { eventually } from '@app/platform/testing';
import { Split } from './split.js';

/** What keeps a process busy that has left something behind. */
const left = () =>
  process
    .getActiveResourcesInfo()
    .filter((kind) => ['ProcessWrap', 'TCPServerWrap', 'TCPSocketWrap'].includes(kind))
    .toSorted();

describe('The split shape', () => {
  it('leaves nothing behind when a part of it does not start', async () => {
    const before = left();
    const nowhere = { PARLEY_HOST: '192.0.2.1' };
    await expect(Split.start(nowhere)).rejects.toThrow('EADDRNOTAVAIL');
    await eventually(() => expect(left()).toEqual(before));
  });
});
