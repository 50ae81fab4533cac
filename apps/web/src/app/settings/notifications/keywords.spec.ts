import { NotificationSettingsPatch } from '@app/contracts';
import { listed, readKeywords } from './keywords';

const many = (length: number) => Array.from({ length }, (_, n) => `word ${n}`);
const isTaken = (keywords: string[]) => NotificationSettingsPatch.safeParse({ keywords }).success;

describe('readKeywords', () => {
  it.each([
    ['', []],
    [' , ,', []],
    ['release', ['release']],
    [' release,two words ,release,', ['release', 'two words']],
    ['发布，上线、版本', ['发布', '上线', '版本']],
    ['"Berlin, Mitte", release', ['Berlin, Mitte', 'release']],
    ['“Berlin, Mitte”, „Köln, Deutz“', ['Berlin, Mitte', 'Köln, Deutz']],
    ['"say ""yes"", please"', ['say "yes", please']],
    ['27" screen, c++', ['27" screen', 'c++']],
  ])('of %j are %j', (typed, keywords) => {
    expect(readKeywords(typed)).toEqual({ keywords, fault: null });
  });

  it.each([
    ['release, x', { kind: 'short', word: 'x' }],
    [`release, ${'a'.repeat(61)}`, { kind: 'long', word: 'a'.repeat(61) }],
    [many(51).join(), { kind: 'many', count: 51 }],
    ['"Berlin, Mitte', { kind: 'unclosed' }],
    ['"Berlin, Mitte" centre', { kind: 'unclosed' }],
  ])('of %j cannot be saved, and it is said why', (typed, fault) => {
    const read = readKeywords(typed);
    expect(read.fault).toEqual(fault);
  });

  it('takes what the server takes, and no more', () => {
    for (const typed of [
      'ab',
      'a',
      'b'.repeat(60),
      'b'.repeat(61),
      many(50).join(),
      many(51).join(),
    ]) {
      const { keywords, fault } = readKeywords(typed);
      expect([typed, fault === null]).toEqual([typed, isTaken(keywords)]);
    }
  });
});

describe('listed', () => {
  it.each([[[]], [['release', 'two words']], [['a, b', '"quoted" it', 'x ""y', '版本，二']]])(
    'is read as %j',
    (keywords) => {
      expect(readKeywords(listed(keywords)).keywords).toEqual(keywords);
    },
  );
});
