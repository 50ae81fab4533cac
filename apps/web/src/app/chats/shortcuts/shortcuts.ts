/**
 * Every key that works wherever one is. The shell acts by this table, and the sheet shows it: so
 * neither says what the other does not do. `Mod`: Ctrl, or ⌘ on a Mac.
 */
export const shortcuts = {
  find: 'Mod+k',
  previousChat: 'Alt+ArrowUp',
  nextChat: 'Alt+ArrowDown',
  previousUnread: 'Alt+Shift+ArrowUp',
  nextUnread: 'Alt+Shift+ArrowDown',
  settings: 'Mod+,',
  keys: '?',
} as const satisfies Record<string, string>;

export type ShortcutId = keyof typeof shortcuts;

/** What the key asks for; null: nothing, or it is text, or an overlay has it. */
export function shortcutOf(event: KeyboardEvent): ShortcutId | null {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || target?.closest('.cdk-overlay-container')) return null;
  const chord = chordOf(event);
  if (chord.length === 1 && target?.closest('input, textarea, select, [contenteditable]'))
    return null;
  const ids = Object.keys(shortcuts) as ShortcutId[];
  return ids.find((id) => shortcuts[id] === chord) ?? null;
}

/** `Mod+Shift+k`. Shift is a part of a sign such as `?`, and named only beside other keys. */
function chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isSign = key.length === 1;
  // A keyboard of another script has no "k": its place on the board counts.
  const name = isSign && key > '~' ? code.replace('Key', '') : key;
  return [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey && !isSign ? ['Shift'] : []),
    isSign ? name.toLowerCase() : name,
  ].join('+');
}
