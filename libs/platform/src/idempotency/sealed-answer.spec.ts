import { SealingKey } from './sealed-answer.js';

describe('SealingKey', () => {
  const ours = new SealingKey('a secret of ours', 'ada', '1');
  const guessed = new SealingKey('another secret', 'ada', '1');
  const answer = { status: 201, body: { token: 'shown once' } };

  it('opens what it has sealed', () => {
    expect(ours.unseal(ours.seal(answer))).toEqual(answer);
  });

  it('of who has guessed the key, and not our secret, neither opens it nor knows the request', () => {
    expect(() => guessed.unseal(ours.seal(answer))).toThrow();
    expect(guessed.fingerprintOf('POST', '/')).not.toBe(ours.fingerprintOf('POST', '/'));
    expect(guessed.id).toBe(ours.id);
  });
});
