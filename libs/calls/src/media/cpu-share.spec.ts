import { CpuShare } from './cpu-share.js';

describe('CpuShare', () => {
  const shareOf = (...looks: readonly (readonly [cpuMs: number, atMs: number])[]) => {
    const share = new CpuShare();
    for (const [cpuMs, atMs] of looks) share.add(cpuMs, atMs);
    return share.value;
  };

  it('knows nothing before the second look', () => {
    expect(shareOf()).toBe(0);
    expect(shareOf([500, 1000])).toBe(0);
  });

  it('is of the time between the last two looks', () => {
    expect(shareOf([500, 1000], [1900, 3000])).toBe(0.7);
    expect(shareOf([500, 1000], [1900, 3000], [1900, 5000])).toBe(0);
  });

  it('takes no notice of two looks in one moment, nor of a clock that was put back', () => {
    expect(shareOf([0, 1000], [1000, 2000], [1500, 2000], [1600, 1000])).toBe(1);
  });

  it('is never below nothing', () => {
    expect(shareOf([500, 1000], [100, 2000])).toBe(0);
  });
});
