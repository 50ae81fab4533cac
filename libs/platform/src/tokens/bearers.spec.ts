import { problem, SessionId, UserId, type TokenBearer, type TokensApi } from '@app/contracts';
import { MemoryRevocationList } from '../sessions/memory-revocation-list.js';
import { ManualTime } from '../testing/manual-time.js';
import { AccessTokens } from './access-tokens.js';
import { Bearers } from './bearers.js';
import { writeProgramToken } from './program-token.js';

const tokenId = SessionId.parse('01JD3V8K2MZ6T4R7Y1C5XWQ9BE');
const secret = '0123456789abcdefghjkmnpqrstvwxyz';
const token = writeProgramToken({ tokenId, secret });
const ada = { userId: UserId.parse('ada'), role: 'member' } as const;

describe('Bearers', () => {
  let time: ManualTime;
  let revocations: MemoryRevocationList;
  let bearers: Bearers;
  /** What the auth module was asked. */
  let asked: object[];
  let answer: () => Promise<TokenBearer>;

  beforeEach(() => {
    time = new ManualTime();
    revocations = new MemoryRevocationList(time);
    asked = [];
    answer = () => Promise.resolve({ ...ada, scopes: ['messages:write'] });
    const check = (_: unknown, shown: object) => {
      asked.push(shown);
      return answer();
    };
    bearers = open({ check } as unknown as TokensApi);
  });

  function open(tokens?: TokensApi): Bearers {
    const config = { jwtSecret: 's'.repeat(32), accessTtl: 900 };
    const accessTokens = new AccessTokens(config, time, revocations);
    return new Bearers(accessTokens, revocations, time, config, tokens);
  }

  const refused = (code: string) => expect(bearers.verify(token)).rejects.toMatchObject({ code });

  it('asks whose a token is, and takes its id for a session', async () => {
    const { actor, scopes } = await bearers.verify(token);
    expect(actor).toEqual({ ...ada, sessionId: tokenId });
    expect([...scopes!]).toEqual(['messages:write']);
    expect(asked).toEqual([{ tokenId, secret }]);
  });

  it('asks nobody about access tokens, nor about what is no token', async () => {
    const config = { jwtSecret: 's'.repeat(32), accessTtl: 900 };
    const actor = { ...ada, sessionId: SessionId.parse('s-1') };
    const { token: signed } = new AccessTokens(config, time, revocations).sign(actor);
    const verified = await bearers.verify(signed);
    expect(verified.actor).toEqual(actor);
    expect(verified.scopes).toBeUndefined();
    for (const text of [undefined, 7, 'parley_', `${token}x`, 'parley_a_b', `parley__${secret}`]) {
      await expect(bearers.verify(text)).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    expect(asked).toEqual([]);
  });

  it('asks once for all who come at once, and once a minute', async () => {
    await Promise.all([bearers.verify(token), bearers.verify(token)]);
    time.advance(59_999);
    await bearers.verify(token);
    expect(asked).toHaveLength(1);
    time.advance(1);
    answer = () => Promise.resolve({ ...ada, scopes: ['chats:read'] });
    expect([...(await bearers.verify(token)).scopes!]).toEqual(['chats:read']);
    expect(asked).toHaveLength(2);
  });

  it('tells a token from another of the same id', async () => {
    await bearers.verify(token);
    answer = () => Promise.reject(problem('unauthenticated'));
    const other = writeProgramToken({ tokenId, secret: secret.replace('0', '1') });
    await expect(bearers.verify(other)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(asked).toHaveLength(2);
    await expect(bearers.verify(token)).resolves.toBeDefined();
  });

  it('refuses what was revoked at once, also what an answer under way still allows', async () => {
    const verified = await bearers.verify(token);
    await revocations.revoke([tokenId], 900_000);
    await refused('unauthenticated');
    expect(() => bearers.recheck(verified)).toThrow('unauthenticated');
    expect(asked).toHaveLength(1);
  });

  it('refuses a token whose answer comes after its revocation', async () => {
    let tell!: (bearer: TokenBearer) => void;
    answer = () => new Promise((resolve) => (tell = resolve));
    const verifying = bearers.verify(token);
    await revocations.revoke([tokenId], 900_000);
    tell({ ...ada, scopes: [] });
    await expect(verifying).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('goes by the last answer while nobody answers, as long as an access token is good', async () => {
    await bearers.verify(token);
    answer = () => Promise.reject(problem('service_unavailable', { service: 'tokens' }));
    time.advance(899_999);
    await expect(bearers.verify(token)).resolves.toBeDefined();
    time.advance(1);
    await refused('service_unavailable');
  });

  it('forgets what it is told is over', async () => {
    await bearers.verify(token);
    time.advance(60_000);
    answer = () => Promise.reject(problem('unauthenticated'));
    await refused('unauthenticated');
    answer = () => Promise.reject(problem('service_unavailable', { service: 'tokens' }));
    await refused('service_unavailable');
  });

  it('knows when a token ends without asking', async () => {
    const expiresAt = new Date(time.now().getTime() + 1000).toISOString();
    answer = () => Promise.resolve({ ...ada, scopes: [], expiresAt });
    await bearers.verify(token);
    time.advance(1000);
    await refused('token_expired');
    expect(asked).toHaveLength(1);
  });

  it('takes no such token where nobody can be asked', async () => {
    await expect(open().verify(token)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
