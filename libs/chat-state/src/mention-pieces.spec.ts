import { mentionPieces } from './mention-pieces.js';
import { mentionsIn } from './mentions.js';

const texts = [
  '@ada',
  'hello @Ada, and @ben-2!',
  'ask @ada.',
  'mail ada@example.org',
  '@@ada @',
  'Привет,@ada',
  '',
];

describe('mentionPieces', () => {
  it('splits a text at its mentions', () => {
    expect(mentionPieces('Hi @Ada, ask @ben.')).toEqual([
      { text: 'Hi ', name: null },
      { text: '@Ada', name: 'ada' },
      { text: ', ask ', name: null },
      { text: '@ben', name: 'ben' },
      { text: '.', name: null },
    ]);
  });

  it.each(texts)('loses nothing of %j, and finds whom mentionsIn finds', (text) => {
    const pieces = mentionPieces(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap(({ name }) => name ?? [])).toEqual(mentionsIn(text));
  });
});
