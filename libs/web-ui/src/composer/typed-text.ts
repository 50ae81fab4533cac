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

function typeByCommand(text: string): boolean {
  // Deprecated without a successor: nothing else keeps the stack of undos of a text field.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  if (typeof document.execCommand !== 'function') return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
