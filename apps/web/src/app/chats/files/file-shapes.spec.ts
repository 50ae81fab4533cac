import { durationWords, shapeOf } from './file-shapes';

describe('shapeOf', () => {
  it.each([
    ['image/png', 'picture'],
    ['image/svg+xml', 'card'],
    ['video/mp4', 'film'],
    ['audio/webm', 'sound'],
    ['application/pdf', 'card'],
    ['text/html', 'card'],
  ])('shows %s as a %s', (mime, shape) => expect(shapeOf({ mime })).toBe(shape));
});

describe('durationWords', () => {
  it.each([
    [0, '0:00'],
    [42_400, '0:42'],
    [59_700, '1:00'],
    [3_723_000, '1:02:03'],
  ])('says %i ms as %s', (ms, words) => expect(durationWords(ms)).toBe(words));
});
