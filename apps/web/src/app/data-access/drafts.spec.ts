import { ChatId, UserId } from '@app/contracts';
import { Drafts } from './drafts';

const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
const me = UserId.parse('me');
const key = 'parley-drafts-me';

const aTab = (refused: (error: unknown) => void = () => undefined) => new Drafts(me, refused);

let told: string | null = null;

/** What a browser does in all tabs but the one that has written. */
function tellOthers(): void {
  const [oldValue, newValue] = [told, localStorage.getItem(key)];
  told = newValue;
  dispatchEvent(new StorageEvent('storage', { key, oldValue, newValue }));
}

const written = () => jest.advanceTimersByTime(400);

describe('Drafts', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    told = null;
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('of two tabs are all kept, whichever writes last', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'in one');
    two.write(c2, 'in two');
    written();
    const later = aTab();
    expect([later.of(c1), later.of(c2)]).toEqual(['in one', 'in two']);
  });

  it('of a composer and of a message that is being changed are each kept', () => {
    const tab = aTab();
    tab.write(c1, 'new');
    tab.write('edit m1@1', 'changed');
    written();
    const later = aTab();
    expect([later.of(c1), later.of('edit m1@1'), later.of('edit m2@1')]).toEqual([
      'new',
      'changed',
      '',
    ]);
  });

  it('come over from another tab, also when it has sent them', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'half a');
    written();
    tellOthers();
    expect(two.of(c1)).toBe('half a');
    one.write(c1, '');
    written();
    tellOthers();
    expect(two.of(c1)).toBe('');
  });

  it('never come over a text that has gone on here meanwhile', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'half');
    written();
    tellOthers();
    two.write(c1, 'half a sentence');
    one.write(c1, '');
    one.write(c2, 'elsewhere');
    localStorage.setItem(key, JSON.stringify([[c2, 'elsewhere']]));
    tellOthers();
    expect([two.of(c1), two.of(c2)]).toEqual(['half a sentence', 'elsewhere']);
  });

  it('that another tab has begun outlive what is sent here', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'first');
    written();
    tellOthers();
    two.write(c1, 'second');
    one.write(c1, '');
    written();
    tellOthers();
    expect([two.of(c1), aTab().of(c1)]).toEqual(['second', 'second']);
  });

  it('are there for the tab that one turns to, however fast', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'half a sentence');
    document.dispatchEvent(new Event('visibilitychange'));
    tellOthers();
    expect(two.of(c1)).toBe('half a sentence');
  });

  it('that are sent do not come back, however late the news of another tab are', () => {
    const [one, two] = [aTab(), aTab()];
    one.write(c1, 'half');
    written();
    const late = localStorage.getItem(key);
    two.write(c1, 'half a sentence');
    written();
    dispatchEvent(new StorageEvent('storage', { key, oldValue: null, newValue: late }));
    two.write(c1, '');
    written();
    expect([two.of(c1), aTab().of(c1)]).toEqual(['', '']);
  });

  it('are not changed under the hands of who writes here', () => {
    const [one, two] = [aTab(), aTab()];
    const hasFocus = jest.spyOn(document, 'hasFocus');
    one.write(c1, 'mine');
    written();
    tellOthers();
    two.write(c1, 'theirs');
    written();
    hasFocus.mockReturnValue(true);
    tellOthers();
    expect(one.of(c1)).toBe('mine');
    two.write(c1, 'theirs, and more');
    one.write(c1, 'theirs');
    written();
    hasFocus.mockReturnValue(false);
    told = JSON.stringify([[c1, 'theirs']]);
    localStorage.setItem(key, JSON.stringify([[c1, 'theirs, and more']]));
    tellOthers();
    expect(one.of(c1)).toBe('theirs, and more');
  });

  it('that only another tab writes follow it, whichever of the two has the focus', () => {
    const [one, two] = [aTab(), aTab()];
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    const seen = ['half', 'half a sentence', ''].map((text) => {
      one.write(c1, text);
      written();
      tellOthers();
      return two.of(c1);
    });
    expect(seen).toEqual(['half', 'half a sentence', '']);
  });

  it('say when the browser does not keep them, and live on', () => {
    const refused: unknown[] = [];
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const drafts = aTab((error) => refused.push(error));
    drafts.write(c1, 'half a sentence');
    written();
    expect([drafts.of(c1), refused.length]).toEqual(['half a sentence', 1]);
  });

  it('for which there was no room are kept as soon as there is some', () => {
    const setItem = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const drafts = aTab();
    drafts.write(c1, 'written in the meantime');
    written();
    setItem.mockRestore();
    drafts.write(c2, 'afterwards');
    written();
    const later = aTab();
    expect([later.of(c1), later.of(c2)]).toEqual(['written in the meantime', 'afterwards']);
  });

  it('are kept beside one that is too long for the browser', () => {
    const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!
      .value as Storage['setItem'];
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (
      this: Storage,
      name,
      text,
    ) {
      if (text.length > 1000) throw new DOMException('', 'QuotaExceededError');
      setItem.call(this, name, text);
    });
    const drafts = aTab();
    drafts.write(c1, 'x'.repeat(2000));
    written();
    drafts.write(c2, 'half a sentence');
    written();
    expect([drafts.of(c1).length, aTab().of(c2)]).toEqual([2000, 'half a sentence']);
  });
});
