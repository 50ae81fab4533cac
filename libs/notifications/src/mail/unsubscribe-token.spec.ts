import { UserId } from '@app/contracts';
import { unsubscribeToken, unsubscribing } from './unsubscribe-token.js';

const ann = UserId.parse('ann');
const config = { jwtSecret: 'a'.repeat(32) };
const other = { jwtSecret: 'b'.repeat(32) };

describe('unsubscribeToken', () => {
  it('says whose it is, with the present secret and the former one', () => {
    const token = unsubscribeToken(ann, config);
    expect(unsubscribing(token, config)).toBe(ann);
    const rotated = { ...other, jwtSecretPrevious: config.jwtSecret };
    expect(unsubscribing(token, rotated)).toBe(ann);
    expect(unsubscribing(token, other)).toBeUndefined();
  });

  it('is good for nobody else', () => {
    const [, mac] = unsubscribeToken(ann, config).split('.');
    for (const token of [`bob.${mac}`, `ann.${mac}x`, 'ann.', 'ann', '', `.${mac}`, `a\nb.${mac}`])
      expect(unsubscribing(token, config)).toBeUndefined();
  });
});
