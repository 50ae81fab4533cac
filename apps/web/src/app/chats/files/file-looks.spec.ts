import { badgeOf, roomOf, sizeWords } from './file-looks';

describe('badgeOf', () => {
  it.each([
    ['notes.pdf', 'application/pdf', 'PDF'],
    ['archive.tar.gz', 'application/gzip', 'GZ'],
    ['звіт.док', 'text/plain', 'ДОК'],
    ['Makefile', 'text/plain', 'LAIN'],
    ['long.extension', 'application/zip', 'ZIP'],
  ])('says of %s (%s): %s', (name, mime, badge) => expect(badgeOf({ name, mime })).toBe(badge));
});

describe('sizeWords', () => {
  it.each([
    [0, 'en', '0 bytes'],
    [999, 'en', '999 bytes'],
    [1234, 'en', '1.2 kB'],
    [999_999, 'en', '1,000 kB'],
    [1_250_000, 'de', '1,3 MB'],
    [52_400_000, 'en', '52 MB'],
  ])('says %i bytes in %s as %s', (bytes, locale, words) =>
    expect(sizeWords(bytes, locale)).toBe(words),
  );
});

describe('roomOf', () => {
  it.each([
    ['one that fits', { width: 200, height: 150 }, true, { width: 200, height: 150 }],
    ['a wide one', { width: 3600, height: 1400 }, true, { width: 360, height: 140 }],
    ['a high one', { width: 1000, height: 2800 }, true, { width: 100, height: 280 }],
    ['a tiny one', { width: 1, height: 1 }, true, { width: 96, height: 96 }],
    ['one of several', { width: 200, height: 150 }, false, { width: 220, height: 140 }],
    ['one of unknown size', {}, true, { width: 220, height: 140 }],
  ])('keeps room for %s', (_, size, isAlone, room) => expect(roomOf(size, isAlone)).toEqual(room));
});
