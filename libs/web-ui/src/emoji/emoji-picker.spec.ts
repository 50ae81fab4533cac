import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { EmojiBook, type EmojiEntry } from './emoji-book';
import { EmojiPicker } from './emoji-picker';
import { EmojiPickerHarness } from './testing/emoji-picker-harness';

const TONES = ['1F3FB', '1F3FC', '1F3FD', '1F3FE', '1F3FF'];

function entry(unicode: string, label: string, about: Partial<EmojiEntry> = {}): EmojiEntry {
  const hexcode = Array.from(unicode, (sign) => sign.codePointAt(0)!.toString(16).toUpperCase());
  return { unicode, label, hexcode: hexcode.join('-'), group: 0, ...about };
}

const wave = entry('👋', 'waving hand', {
  group: 1,
  skins: TONES.map((tone) => ({
    hexcode: `1F44B-${tone}`,
    unicode: `👋${String.fromCodePoint(parseInt(tone, 16))}`,
    label: 'waving hand',
  })),
});
const faces = Array.from({ length: 18 }, (_, i) =>
  entry(String.fromCodePoint(0x1f600 + i), `face ${i}`, { order: i }),
);

const book = new EmojiBook({
  emoji: [
    wave,
    entry('🎉', 'party popper', { group: 1, tags: ['celebrate'] }),
    entry('🦰', 'red hair', { group: 2 }),
    ...faces,
  ],
  shortcodes: { '1F389': ['tada', 'party'], '1F44B': 'wave' },
});

const texts = {
  search: 'Find emoji',
  groups: 'Groups',
  recent: 'Lately',
  found: 'Found',
  noMatch: 'No emoji of that name',
  tone: 'Tone of skin',
  noTone: 'none',
  groupNames: {
    smileys: 'Smileys',
    people: 'People',
    nature: 'Nature',
    food: 'Food',
    travel: 'Travel',
    activities: 'Activities',
    objects: 'Objects',
    symbols: 'Symbols',
    flags: 'Flags',
  },
  toneNames: {
    light: 'light',
    mediumLight: 'medium-light',
    medium: 'medium',
    mediumDark: 'medium-dark',
    dark: 'dark',
  },
};

async function aPicker(recent: readonly string[] = []) {
  const fixture = TestBed.createComponent(EmojiPicker);
  document.body.append(fixture.nativeElement as HTMLElement);
  fixture.componentRef.setInput('book', book);
  fixture.componentRef.setInput('texts', texts);
  fixture.componentRef.setInput('recent', recent);
  const picks: string[] = [];
  fixture.componentInstance.picked.subscribe((unicode) => picks.push(unicode));
  const picker = await TestbedHarnessEnvironment.harnessForFixture(fixture, EmojiPickerHarness);
  return { picker, picks };
}

describe('EmojiPicker', () => {
  it('shows a group at a time, none of parts', async () => {
    const { picker } = await aPicker();
    expect(await picker.getGroups()).toEqual(['Smileys', 'People']);
    expect(await picker.getNames()).toHaveLength(18);
    await picker.showGroup('People');
    expect(await picker.getNames()).toEqual(['waving hand', 'party popper']);
  });

  it('begins with what was chosen lately', async () => {
    const { picker } = await aPicker(['🎉', '👋🏽', '🎉', 'gone']);
    expect((await picker.getGroups())[0]).toBe('Lately');
    expect(await picker.getNames()).toEqual(['party popper', 'waving hand']);
  });

  it.each([
    ['tada', 'party popper'],
    ['Pop', 'party popper'],
    ['celeb', 'party popper'],
    ['wav', 'waving hand'],
  ])('finds %s', async (query, name) => {
    const { picker, picks } = await aPicker();
    await picker.search(query);
    expect((await picker.getNames())[0]).toBe(name);
    await picker.pressInSearch('Enter');
    expect(picks).toHaveLength(1);
  });

  it('takes nothing by the Enter that ends the choice of a word', async () => {
    const { picker, picks } = await aPicker();
    await picker.search('tada');
    await picker.pressEnterWhileComposing();
    expect(picks).toEqual([]);
  });

  it('says that it finds none', async () => {
    const { picker, picks } = await aPicker();
    await picker.search('zzz');
    expect(await picker.getNote()).toBe('No emoji of that name');
    await picker.pressInSearch('Enter');
    expect(picks).toEqual([]);
  });

  it('is walked by arrows', async () => {
    const { picker, picks } = await aPicker();
    await picker.pressInSearch('ArrowDown');
    const walk = async (key: Parameters<typeof picker.pressInGrid>[0]) => {
      await picker.pressInGrid(key);
      return picker.getFocused();
    };
    expect(await walk('ArrowRight')).toBe('face 1');
    expect(await walk('ArrowDown')).toBe('face 9');
    expect(await walk('ArrowDown')).toBe('face 17');
    expect(await walk('ArrowDown')).toBe('face 17');
    expect(await walk('Home')).toBe('face 16');
    expect(await walk('End')).toBe('face 17');
    expect(await walk('ArrowLeft')).toBe('face 16');
    expect(await walk('ArrowUp')).toBe('face 8');
    await walk('ArrowUp');
    await walk('ArrowUp');
    expect(await picker.isSearchFocused()).toBe(true);
    expect(picks).toEqual([]);
  });

  it('gives an emoji in the chosen tone', async () => {
    const { picker, picks } = await aPicker();
    await picker.showGroup('People');
    await picker.chooseTone(3);
    expect(await picker.getLooks()).toEqual(['👋🏽', '🎉']);
    await picker.pick('waving hand');
    expect(picks).toEqual(['👋🏽']);
  });
});

describe('EmojiBook', () => {
  it('knows shortcodes and looks', () => {
    expect([book.named('TADA')?.unicode, book.named('party')?.unicode, book.named('x')]).toEqual([
      '🎉',
      '🎉',
      null,
    ]);
    expect(book.of('👋🏿')?.name).toBe('waving hand');
  });

  it('finds an exact shortcode before what only begins with it', () => {
    expect(book.find('wave', 5).map(({ name }) => name)).toEqual(['waving hand']);
    expect(book.find(' ', 5)).toEqual([]);
  });
});
