import { partOf } from './byte-range.js';

describe('partOf', () => {
  it.each([
    [undefined, 'all'],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=10-19', { start: 10, end: 19 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-1', { start: 99, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=99-', { start: 99, end: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=100-200', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=20-10', 'all'],
    ['bytes=0-1,5-6', 'all'],
    ['bytes=-', 'all'],
    ['bytes=a-b', 'all'],
    ['lines=1-2', 'all'],
    ['bytes=99999999999999999999-', 'none'],
  ])('%s of 100 bytes is %j', (header, part) => {
    expect(partOf(header, 100)).toEqual(part);
  });

  it('has no part of nothing', () => {
    expect(partOf('bytes=0-', 0)).toBe('none');
    expect(partOf('bytes=-5', 0)).toBe('none');
  });
});
