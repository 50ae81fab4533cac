import { sharedText } from './arrive';

describe('sharedText', () => {
  it('joins what there is, each part once', () => {
    expect(sharedText({})).toBe('');
    expect(sharedText({ title: 'A page', url: 'https://a.example' })).toBe(
      'A page\nhttps://a.example',
    );
    expect(
      sharedText({ title: 'A page', text: 'A page: https://a.example', url: 'https://a.example' }),
    ).toBe('A page: https://a.example');
  });
});
