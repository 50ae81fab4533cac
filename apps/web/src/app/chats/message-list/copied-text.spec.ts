import { copiedText, selectedText } from './copied-text';

/** Selects from the first to the second of these texts, and asks for what is in `.row`. */
function selected(html: string, from: string, to: string): string {
  document.body.replaceChildren(document.createRange().createContextualFragment(html));
  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  const [first, last] = [from, to].map((word) => texts.find(({ data }) => data.includes(word))!);
  const selection = getSelection()!;
  selection.setBaseAndExtent(
    first!,
    first!.data.indexOf(from),
    last!,
    last!.data.indexOf(to) + to.length,
  );
  return selectedText(selection, document.querySelector('.row')!);
}

describe('selectedText', () => {
  it('is what of the element is selected, from within', () => {
    expect(selected('<p class="row">one two three</p>', 'two', 'two')).toBe('two');
  });

  it('ends where the element ends', () => {
    expect(selected('<p>before</p><p class="row">words</p><p>after</p>', 'fore', 'aft')).toBe(
      'words',
    );
  });

  it('has a line for each line, and no buttons', () => {
    const row =
      '<div class="row"><span>words</span><button>edited</button><pre>a\nb</pre><ul><li>one</li><li>two</li></ul></div>';
    expect(selected(row, 'words', 'two')).toBe('words\na\nb\n\none\n\ntwo');
  });
});

describe('copiedText', () => {
  it('names who has spoken once for what they said in a row', () => {
    const rows = [
      { author: 'Ada', time: '12:07', text: 'One' },
      { author: 'Ada', time: '12:08', text: 'Two\nlines' },
      { author: 'Mira', time: '12:09', text: 'Three' },
    ];
    expect(copiedText(rows)).toBe('Ada, 12:07\nOne\nTwo\nlines\n\nMira, 12:09\nThree');
  });
});
