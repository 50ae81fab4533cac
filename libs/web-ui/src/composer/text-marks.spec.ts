import { isAddress, linkToggled, markToggled, type Chosen, type TextEdit } from './text-marks';

/** `a [b] c`: what is in the brackets is chosen; `|` alone is the cursor. */
function chosen(text: string): Chosen {
  const start = text.search(/[⟨|]/);
  const value = text.replace(/[⟨⟩|]/g, '');
  const end = text.includes('⟩') ? text.indexOf('⟩') - 1 : start;
  return { value, start, end };
}

function done({ value }: Chosen, { from, to, text, select }: TextEdit): string {
  const next = value.slice(0, from) + text + value.slice(to);
  const [start, end] = select;
  if (start === end) return `${next.slice(0, start)}|${next.slice(start)}`;
  return `${next.slice(0, start)}⟨${next.slice(start, end)}⟩${next.slice(end)}`;
}

describe('markToggled', () => {
  it.each([
    ['**', 'a ⟨b⟩ c', 'a **⟨b⟩** c'],
    ['**', 'a **⟨b⟩** c', 'a ⟨b⟩ c'],
    ['**', 'a ⟨**b**⟩ c', 'a ⟨b⟩ c'],
    ['**', 'a ⟨b ⟩c', 'a **⟨b⟩** c'],
    ['**', 'a |', 'a **|**'],
    ['**', 'a **|**', 'a |'],
    ['*', '⟨b⟩', '*⟨b⟩*'],
    ['*', '*⟨b⟩*', '⟨b⟩'],
    ['*', '**⟨b⟩**', '***⟨b⟩***'],
    ['*', '***⟨b⟩***', '**⟨b⟩**'],
    ['**', '***⟨b⟩***', '*⟨b⟩*'],
    ['**', '*⟨b⟩*', '***⟨b⟩***'],
    ['**', '⟨*⟩', '**⟨*⟩**'],
  ] as const)('%s on %s makes %s', (mark, before, after) => {
    expect(done(chosen(before), markToggled(chosen(before), mark))).toBe(after);
  });
});

describe('linkToggled', () => {
  it.each([
    ['see ⟨this⟩', 'see [this](⟨https://⟩)'],
    ['⟨https://a.example⟩', '[|](https://a.example)'],
    ['⟨[this](https://a.example)⟩', '⟨this⟩'],
  ])('makes of %s %s', (before, after) => {
    expect(done(chosen(before), linkToggled(chosen(before)))).toBe(after);
  });

  it('takes a pasted address', () => {
    const before = chosen('see ⟨this ⟩now');
    const after = done(before, linkToggled(before, 'https://a.example'));
    expect(after).toBe('see [this](https://a.example)| now');
  });
});

describe('isAddress', () => {
  it.each([
    ['https://a.example/b', true],
    ['http://', false],
    ['https://a.example and more', false],
    ['javascript:alert(1)', false],
  ])('%s: %s', (text, is) => expect(isAddress(text)).toBe(is));
});
