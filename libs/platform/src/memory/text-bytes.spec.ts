import { textBytes } from './text-bytes.js';

describe('textBytes', () => {
  it('counts bytes, and no characters', () => {
    expect(textBytes([])).toBe(0);
    expect(textBytes([{ text: 'one' }, { text: 'é' }, { text: '🙂' }, { text: '' }])).toBe(9);
  });
});
