import { createHmac, createSecretKey } from 'node:crypto';
import { Problem, SessionId, UserId, type Actor } from '@app/contracts';
import { MemoryRevocationList } from '../sessions/memory-revocation-list.js';
import { ManualTime } from '../testing/manual-time.js';
import { AccessTokens, type TokenConfig } from './access-tokens.js';

const [current, previous, foreign] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [
  string,
  string,
  string,
];
const ada: Actor = {
  userId: UserId.parse('ada'),
  sessionId: SessionId.parse('session'),
  role: 'member',
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined) =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Record<string, unknown>;
const partsOf = (token: string) => token.split('.') as [string, string, string];

/** A token made by hand, with a right signature for `secret`. */
function forge(header: unknown, claims: unknown, secret = current, hash = 'sha256'): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  const key = createSecretKey(Buffer.from(secret));
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

describe('AccessTokens', () => {
  let time: ManualTime;
  let revocations: MemoryRevocationList;

  beforeEach(() => {
    time = new ManualTime();
    revocations = new MemoryRevocationList(time);
  });

  const tokensOf = (config: Partial<TokenConfig> = {}) =>
    new AccessTokens({ jwtSecret: current, accessTtl: 900, ...config }, time, revocations);

  function refusalOf(tokens: AccessTokens, token: unknown): unknown {
    try {
      return tokens.verify(token);
    } catch (error) {
      // A problem, as expected, or a bug, which the test then shows.
      return error instanceof Problem ? error.code : error;
    }
  }

  it('verifies what it has signed', () => {
    const tokens = tokensOf();
    const { token, expiresIn } = tokens.sign(ada);

    expect(expiresIn).toBe(900);
    expect(tokens.verify(token)).toEqual({
      actor: ada,
      expiresAt: new Date(time.now().getTime() + 900_000),
    });
  });

  it('carries the ordered claims, and names its key', () => {
    const [header, claims] = partsOf(tokensOf().sign(ada).token);
    const iat = time.now().getTime() / 1000;
    expect(decode(header)).toMatchObject({ alg: 'HS256', kid: expect.any(String) as string });
    expect(decode(claims)).toEqual({
      sub: 'ada',
      sid: 'session',
      role: 'member',
      iat,
      exp: iat + 900,
    });
  });

  it('says nothing of the secret in the name of its key', () => {
    const kidOf = (jwtSecret: string) =>
      decode(partsOf(tokensOf({ jwtSecret }).sign(ada).token)[0])['kid'];
    expect(kidOf(current)).toBe(kidOf(current));
    expect(kidOf(current)).not.toBe(kidOf(previous));
    expect(current).not.toContain(kidOf(current));
  });

  it('ends with its life, to the second', () => {
    const tokens = tokensOf();
    const { token } = tokens.sign(ada);
    time.advance(899_999);
    expect(tokens.verify(token).actor).toEqual(ada);
    time.advance(1);
    expect(refusalOf(tokens, token)).toBe('token_expired');
  });

  it('accepts both keys while a secret is rotated, signs with the new one, then forgets the old', () => {
    const old = tokensOf({ jwtSecret: previous }).sign(ada).token;
    const rotating = tokensOf({ jwtSecretPrevious: previous });

    expect(rotating.verify(old).actor).toEqual(ada);
    expect(tokensOf().verify(rotating.sign(ada).token).actor).toEqual(ada);
    expect(refusalOf(tokensOf(), old)).toBe('unauthenticated');
  });

  it('refuses the tokens of a revoked session, and no others', async () => {
    const tokens = tokensOf();
    const other = { ...ada, sessionId: SessionId.parse('other') };
    const [victim, bystander] = [tokens.sign(ada).token, tokens.sign(other).token];
    const verified = tokens.verify(victim);

    await revocations.revoke([ada.sessionId], 900_000);

    expect(refusalOf(tokens, victim)).toBe('unauthenticated');
    expect(() => tokens.recheck(verified)).toThrow(Problem);
    expect(tokens.verify(bystander).actor).toEqual(other);
  });

  describe('refuses as unauthenticated', () => {
    const cases: [string, (kid: string, claims: Record<string, unknown>) => unknown][] = [
      ['nothing', () => undefined],
      ['no text', () => ({ toString: () => 'x' })],
      ['an empty text', () => ''],
      ['noise', () => '🙂.🙂.🙂'],
      [
        'too few parts',
        (kid, claims) => forge({ alg: 'HS256', kid }, claims).split('.', 2).join('.'),
      ],
      ['too many parts', (kid, claims) => `${forge({ alg: 'HS256', kid }, claims)}.x`],
      ['alg none', (kid, claims) => `${encode({ alg: 'none', kid })}.${encode(claims)}.`],
      ['alg None with a signature', (kid, claims) => forge({ alg: 'None', kid }, claims)],
      [
        'another algorithm of the same key',
        (kid, c) => forge({ alg: 'HS512', kid }, c, current, 'sha512'),
      ],
      ['an asymmetric algorithm', (kid, claims) => forge({ alg: 'RS256', kid }, claims)],
      [
        'another key under our name',
        (kid, claims) => forge({ alg: 'HS256', kid }, claims, foreign),
      ],
      ['an unknown key', (_, claims) => forge({ alg: 'HS256', kid: 'unknown' }, claims)],
      ['a key named like a property', (_, c) => forge({ alg: 'HS256', kid: '__proto__' }, c)],
      ['no key', (_, claims) => forge({ alg: 'HS256' }, claims)],
      ['a key that is no text', (_, claims) => forge({ alg: 'HS256', kid: [1] }, claims)],
      [
        'a changed claim',
        (kid, c) => withClaims(forge({ alg: 'HS256', kid }, c), { ...c, sub: 'bob' }),
      ],
      ['no person', (kid, claims) => forge({ alg: 'HS256', kid }, { ...claims, sub: undefined })],
      [
        'a person that is no id',
        (kid, c) => forge({ alg: 'HS256', kid }, { ...c, sub: { $gt: '' } }),
      ],
      ['no session', (kid, claims) => forge({ alg: 'HS256', kid }, { ...claims, sid: undefined })],
      [
        'an unknown role',
        (kid, claims) => forge({ alg: 'HS256', kid }, { ...claims, role: 'root' }),
      ],
      ['no end', (kid, claims) => forge({ alg: 'HS256', kid }, { ...claims, exp: undefined })],
      ['an end that is no number', (kid, c) => forge({ alg: 'HS256', kid }, { ...c, exp: '9e99' })],
      ['claims that are a list', (kid) => forge({ alg: 'HS256', kid }, [])],
      ['claims that are null', (kid) => forge({ alg: 'HS256', kid }, null)],
      ['a header that is null', (_, claims) => forge(null, claims)],
    ];

    const withClaims = (token: string, claims: unknown) => {
      const [header, , signature] = partsOf(token);
      return `${header}.${encode(claims)}.${signature}`;
    };

    it.each(cases)('%s', (_, make) => {
      const tokens = tokensOf();
      const [head, body] = partsOf(tokens.sign(ada).token);
      const [header, claims] = [decode(head), decode(body)];
      const kid = String(header['kid']);
      // The hand that forges is able: this one is good.
      expect(refusalOf(tokens, forge({ alg: 'HS256', kid }, claims))).toMatchObject({ actor: ada });

      expect(refusalOf(tokens, make(kid, claims))).toBe('unauthenticated');
    });
  });

  it('says which setting is missing where nobody gave it a secret', () => {
    const tokens = tokensOf({ jwtSecret: undefined });
    expect(() => tokens.sign(ada)).toThrow('JWT_SECRET');
    expect(refusalOf(tokens, tokensOf().sign(ada).token)).toBe('unauthenticated');
  });
});
