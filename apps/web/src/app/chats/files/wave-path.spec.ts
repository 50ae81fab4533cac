import { waveBox, wavePath } from './wave-path';

const sizes = (path: string) => [...path.matchAll(/v([\d.]+)/g)].map(([, size]) => Number(size));

describe('wavePath', () => {
  it('has as many bars as fit, whatever the number of points', () => {
    for (const length of [0, 1, 10, 256])
      expect(sizes(wavePath(Array.from({ length }, () => 100)))).toHaveLength(waveBox.bars);
  });

  it('is as high as it is loud, and never nothing', () => {
    const loud = sizes(wavePath(Array.from({ length: 256 }, (_, n) => (n < 128 ? 0 : 255))));
    expect([loud[0], loud.at(-1)]).toEqual([3, waveBox.height - 2]);
    expect(new Set(sizes(wavePath([])))).toEqual(new Set([3]));
  });

  it('loses no short noise', () => {
    const points = Array.from({ length: 256 }, (_, n) => (n === 100 ? 255 : 0));
    expect(Math.max(...sizes(wavePath(points)))).toBe(waveBox.height - 2);
  });
});
