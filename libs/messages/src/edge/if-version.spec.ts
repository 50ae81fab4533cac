import { ifVersionOf } from './if-version.js';

describe('ifVersionOf', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"3"', 3],
    ['W/"12"', 12],
    [' 7 ', 7],
  ])('reads %s as %s', (header, version) => {
    expect(ifVersionOf(header)).toBe(version);
  });

  it.each(['', '"', '"3', '3"', '"0"', '-1', '"3", "4"', '1e3', '"abc"', '9'.repeat(30)])(
    'refuses %s',
    (header) => {
      expect(() => ifVersionOf(header)).toThrow('validation_failed');
    },
  );
});
