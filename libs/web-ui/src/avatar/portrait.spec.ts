import { colourOf, initialsOf } from './portrait';

describe('initialsOf', () => {
  it.each([
    ['Mira Okafor', 'MO'],
    ['  ada  maria lindqvist ', 'AL'],
    ['Борис Павлов', 'БП'],
    ['陳怡君', '陳'],
    ['سارة أحمد', 'س'],
    ['👩‍🚀 Club', '👩‍🚀'],
    ['', ''],
  ])('%s: %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('takes for one sign what people do, however it is put together', () => {
    const marks = [
      '',
      '\u0301',
      '\u200d',
      '\u200c',
      '\ufe0f',
      '\u{1f3fd}',
      '\uff9e',
      '\u{e0100}',
      'b',
    ];
    const letters = ['a', 'é', 'Ж', 'ω', '陳', 'ᄀ', 'س', 'क', 'ก', '7', '👍'];
    const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    for (const letter of letters) {
      for (const mark of marks) {
        const [first] = signs.segment(letter + mark);
        expect(initialsOf(letter + mark).toLowerCase()).toBe(first!.segment.toLowerCase());
      }
    }
  });

  it('makes a segmenter when a name needs one, and keeps it', async () => {
    // As in a page that has shown nobody yet: other tests have had theirs made.
    jest.resetModules();
    const { initialsOf } = await import('./portrait');
    const { Segmenter } = Intl;
    const made = jest
      .spyOn(Intl, 'Segmenter')
      .mockImplementation((...how) => new Segmenter(...how));
    for (const name of ['Mira Okafor', 'Борис Павлов', '陳怡君']) initialsOf(name);
    expect(made).not.toHaveBeenCalled();
    for (const name of ['👩‍🚀 Club', 'سارة أحمد']) initialsOf(name);
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});

describe('colourOf', () => {
  it('stays the same for an id and differs between ids', () => {
    expect(colourOf('u_mira')).toBe(colourOf('u_mira'));
    const ids = Array.from({ length: 40 }, (_, i) => `u_${i}`);
    expect(new Set(ids.map(colourOf)).size).toBe(8);
  });
});
