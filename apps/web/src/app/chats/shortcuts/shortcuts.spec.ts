import { shortcutOf, shortcuts } from './shortcuts';

function press(about: KeyboardEventInit, target: Element = document.body): string | null {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...about });
  let id: string | null = null;
  target.addEventListener('keydown', (heard) => (id = shortcutOf(heard as KeyboardEvent)), {
    once: true,
  });
  target.dispatchEvent(event);
  return id;
}

describe('shortcutOf', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'find'],
    [{ key: 'K', metaKey: true }, 'find'],
    [{ key: 'л', code: 'KeyK', ctrlKey: true }, 'find'],
    [{ key: 'ArrowUp', altKey: true }, 'previousChat'],
    [{ key: 'ArrowDown', altKey: true, shiftKey: true }, 'nextUnread'],
    [{ key: '?', shiftKey: true }, 'keys'],
    [{ key: 'k' }, null],
    [{ key: 'k', ctrlKey: true, altKey: true }, null],
    [{ key: 'ArrowUp' }, null],
  ])('%j: %s', (about, id) => {
    expect(press(about)).toBe(id);
  });

  it('leaves a sign to who is typing, and takes a chord from them', () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    expect(press({ key: '?' }, field)).toBeNull();
    expect(press({ key: 'k', ctrlKey: true }, field)).toBe('find');
    field.remove();
  });

  it('leaves every key to an open dialog, and what somebody else has taken', () => {
    const overlay = document.body.appendChild(document.createElement('div'));
    overlay.className = 'cdk-overlay-container';
    expect(press({ key: 'k', ctrlKey: true }, overlay)).toBeNull();
    overlay.remove();
    const take = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', take, { capture: true });
    expect(press({ key: 'k', ctrlKey: true })).toBeNull();
    document.removeEventListener('keydown', take, { capture: true });
  });

  it('has one meaning for each key', () => {
    const chords = Object.values(shortcuts);
    expect(new Set(chords).size).toBe(chords.length);
  });
});
