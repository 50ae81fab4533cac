import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ConnectionLost } from '@app/web-session';
import { EmojiFiles } from './emoji-files';

const files: Readonly<Record<string, unknown>> = {
  'compact.json': [{ hexcode: '1F389', unicode: '🎉', label: 'Konfetti', group: 6 }],
  'github.json': { '1F389': 'tada' },
};

function theFiles(locale: string, answers = () => true) {
  const asked: string[] = [];
  const fetch = (path: string) => {
    asked.push(path);
    const body = files[path.split('/').at(-1)!];
    return Promise.resolve({ ok: answers(), status: 503, json: () => Promise.resolve(body) });
  };
  Object.assign(globalThis, { fetch });
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: locale }] });
  return { asked, emoji: TestBed.inject(EmojiFiles) };
}

describe('EmojiFiles', () => {
  it('asks for the files of a language once, and for nothing elsewhere', async () => {
    const { asked, emoji } = theFiles('de-AT');
    expect((await emoji.book()).named('tada')?.name).toBe('Konfetti');
    await emoji.book();
    expect(asked).toEqual([
      '/assets/emoji/de/compact.json',
      '/assets/emoji/en/shortcodes/github.json',
    ]);
  });

  it.each(['ar', 'tlh', ''])('has English names for %j', async (locale) => {
    const { asked, emoji } = theFiles(locale);
    await emoji.book();
    expect(asked[0]).toBe('/assets/emoji/en/compact.json');
  });

  it('tries again after a failure', async () => {
    let isUp = false;
    const { emoji } = theFiles('en', () => isUp);
    await expect(emoji.book()).rejects.toMatchObject({ name: 'RequestProblem', status: 503 });
    isUp = true;
    expect((await emoji.book()).groups).toHaveLength(1);
  });

  it('says that there is no network', async () => {
    const { emoji } = theFiles('en');
    Object.assign(globalThis, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(emoji.book()).rejects.toBeInstanceOf(ConnectionLost);
  });
});
