import { KeptChoice } from './kept-choice';

const KEY = 'parley.test-choice';
const options = ['plain', 'fancy'] as const;

function another(key: string | null, newValue: string | null): void {
  dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

describe('KeptChoice', () => {
  afterEach(() => {
    localStorage.clear();
    jest.restoreAllMocks();
  });

  it('is the first option until somebody chooses', () => {
    expect(new KeptChoice(KEY, options).value()).toBe('plain');
  });

  it('remembers over reloads', () => {
    new KeptChoice(KEY, options).choose('fancy');
    expect(new KeptChoice(KEY, options).value()).toBe('fancy');
  });

  it('does not believe a value that it does not know', () => {
    localStorage.setItem(KEY, 'garish');
    expect(new KeptChoice(KEY, options).value()).toBe('plain');
  });

  it('follows the other tabs, and tells so', () => {
    const told: string[] = [];
    const choice = new KeptChoice(KEY, options, (value) => told.push(value));
    another('parley.something-else', 'fancy');
    expect(choice.value()).toBe('plain');
    another(KEY, 'fancy');
    expect(choice.value()).toBe('fancy');
    another(null, null);
    expect([choice.value(), told]).toEqual(['plain', ['fancy', 'plain']]);
  });

  it('holds without storage, as long as the page lives', () => {
    const refusal = new DOMException('', 'SecurityError');
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw refusal;
    });
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw refusal;
    });
    const choice = new KeptChoice(KEY, options);
    choice.choose('fancy');
    expect(choice.value()).toBe('fancy');
  });
});
