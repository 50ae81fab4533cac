import { createHash } from 'node:crypto';
import { UserId, type AuditDeed } from '@app/contracts';
import { canonicalJson, chained, hashOf, origin } from './entry-hash.js';

const deed: AuditDeed = {
  id: '01JDXZ0000000000000000000A',
  at: '2026-01-01T00:00:00.000Z',
  action: 'password.changed',
  outcome: 'done',
  actor: { id: UserId.parse('ada'), role: 'admin' },
};

describe('canonicalJson', () => {
  it.each([
    [
      { b: 1, a: { d: [2, { y: null, x: true }], c: 'é\n' } },
      '{"a":{"c":"é\\n","d":[2,{"x":true,"y":null}]},"b":1}',
    ],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    // Of RFC 8785: numbers as JavaScript writes them, keys by their UTF-16 units.
    [{ n: [1e30, 4.5, 0.002, 1e-27, -0] }, '{"n":[1e+30,4.5,0.002,1e-27,0]}'],
    [{ '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4 }, '{"\\r":2,"1":3,"€":1,"😀":4}'],
  ])('writes %j in the one way', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('chained', () => {
  it('gives each deed the next place, and the hash of the one before', () => {
    const [first, second] = chained(origin, [deed, { ...deed, id: deed.id.replace('A', 'B') }]);
    expect(first).toMatchObject({ position: 1, previousHash: '0'.repeat(64) });
    expect(second).toMatchObject({ position: 2, previousHash: first!.hash });
  });

  it('hashes what anybody can hash', () => {
    const [{ hash, ...content }] = chained(origin, [deed]) as [ReturnType<typeof chained>[0]];
    const text =
      '{"action":"password.changed","actor":{"id":"ada","role":"admin"},' +
      '"at":"2026-01-01T00:00:00.000Z","id":"01JDXZ0000000000000000000A","outcome":"done",' +
      `"position":1,"previousHash":"${'0'.repeat(64)}"}`;
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(hashOf(content)).toBe(hash);
  });
});
