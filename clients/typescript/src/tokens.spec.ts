import { RefreshedTokens, type Tokens } from './tokens.js';

const tokens = (n: number, lifeMs = 60_000): Tokens => ({
  accessToken: `a${n}`,
  refreshToken: `r${n}`,
  expiresAt: Date.now() + lifeMs,
});

function refreshed(first: Tokens) {
  const exchanged: string[] = [];
  const told: Tokens[] = [];
  const source = new RefreshedTokens(first, {
    exchange: (refreshToken) => {
      exchanged.push(refreshToken);
      return Promise.resolve(tokens(exchanged.length + 1));
    },
    onTokens: (next) => told.push(next),
  });
  return { source, exchanged, told };
}

describe('RefreshedTokens', () => {
  it('gives the token that it has while that is good', async () => {
    const { source, exchanged } = refreshed(tokens(1));
    expect(await source.fresh()).toBe('a1');
    expect(exchanged).toEqual([]);
  });

  it('exchanges it before its end, once for all who ask, and tells the new pair', async () => {
    const { source, exchanged, told } = refreshed(tokens(1, 1000));
    expect(await Promise.all([source.fresh(), source.fresh()])).toEqual(['a2', 'a2']);
    expect(exchanged).toEqual(['r1']);
    expect(told).toMatchObject([{ accessToken: 'a2', refreshToken: 'r2' }]);
  });

  it('exchanges a refused one, unless that was done meanwhile', async () => {
    const { source, exchanged } = refreshed(tokens(1));
    expect(await source.renew('a1')).toBe('a2');
    expect(await source.renew('a1')).toBe('a2');
    expect(exchanged).toEqual(['r1']);
  });

  it('tries again after an exchange that failed', async () => {
    let tries = 0;
    const source = new RefreshedTokens(tokens(1), {
      exchange: () => (tries++ ? Promise.resolve(tokens(2)) : Promise.reject(new Error('away'))),
      onTokens: () => undefined,
    });
    await expect(source.renew('a1')).rejects.toThrow('away');
    expect(await source.renew('a1')).toBe('a2');
  });
});
