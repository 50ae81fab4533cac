import { SessionId } from '@app/contracts';
import { firstToken, hashOf, read, successorOf, write } from './refresh-token.js';

const sessionId = SessionId.parse('01J00000000000000000000000');

describe('a refresh token', () => {
  it('reads as it was written', () => {
    const token = firstToken(sessionId);
    expect(read(write(token))).toEqual(token);
  });

  it.each(['', '.', 'x', 'a.b', `${sessionId}.`, `.${'s'.repeat(43)}`, 'x'.repeat(500), 'a.b.c'])(
    'is not everything: %#',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('is never the same twice', () => {
    expect(firstToken(sessionId).secret).not.toBe(firstToken(sessionId).secret);
  });

  it('has one successor, which only who knows the key can tell', () => {
    const token = firstToken(sessionId);
    const next = successorOf(token, 'key');
    expect(successorOf(token, 'key')).toEqual(next);
    expect(successorOf(token, 'other')).not.toEqual(next);
    expect(next.secret).not.toBe(token.secret);
    expect(read(write(next))).toEqual(next);
  });

  it('is kept as a hash', () => {
    const token = firstToken(sessionId);
    expect(hashOf(token)).toHaveLength(43);
    expect(hashOf(token)).not.toContain(token.secret);
  });
});
