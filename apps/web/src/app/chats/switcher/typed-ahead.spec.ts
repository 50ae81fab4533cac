import { TypedAhead } from './typed-ahead';

describe('TypedAhead', () => {
  const reached: string[] = [];
  const listen = (event: KeyboardEvent) => reached.push(event.key);
  const press = (key: string, about: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...about });
    return document.body.dispatchEvent(event);
  };

  beforeEach(() => {
    reached.length = 0;
    document.body.addEventListener('keydown', listen);
  });
  afterEach(() => document.body.removeEventListener('keydown', listen));

  it('keeps what is typed from whatever has the focus, until it is taken', () => {
    const ahead = new TypedAhead();
    for (const key of ['s', 'i', 'g', 'Enter', 'n']) expect(press(key)).toBe(false);
    expect(reached).toEqual([]);
    expect(ahead.take()).toBe('sign');
    expect(ahead.take()).toBe('');
    expect(press('x')).toBe(true);
    expect(reached).toEqual(['x']);
  });

  it('takes back what was mistyped, and not what stands in the composer', () => {
    const ahead = new TypedAhead();
    for (const key of ['s', 'x', 'Backspace', 'i']) expect(press(key)).toBe(false);
    expect(reached).toEqual([]);
    expect(ahead.take()).toBe('si');
  });

  it('leaves every other key alone', () => {
    const ahead = new TypedAhead();
    expect(press('Escape')).toBe(true);
    expect(press('k', { ctrlKey: true })).toBe(true);
    expect(reached).toEqual(['Escape', 'k']);
    expect(ahead.take()).toBe('');
  });
});
