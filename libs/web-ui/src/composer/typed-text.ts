/**
 * Replaces a part of a field's text as if somebody had typed it, so that Ctrl/⌘ Z takes it back.
 * The cursor stands behind it afterwards, and `input` is fired.
 */
export function typeInto(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (from === to && text === '') return;
  if (typeByCommand(text)) return;
  // Without the command (a test, a browser that dropped it) the change is made, and not undone.
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * Puts another text in place of one that was typed before. The cursor goes with the words around
 * it, and the focus stays where it is.
 */
export function retype(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  if (document.activeElement !== field) {
    field.setRangeText(text, from, to, 'preserve');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return;
  }
  const { selectionStart, selectionEnd } = field;
  const end = from + text.length;
  const moved = (at: number): number => (at >= to ? at - to + end : Math.min(at, from));
  typeInto(field, from, to, text);
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}

function typeByCommand(text: string): boolean {
  // Deprecated without a successor: nothing else keeps the stack of undos of a text field.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (typeof document.execCommand !== 'function') return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
