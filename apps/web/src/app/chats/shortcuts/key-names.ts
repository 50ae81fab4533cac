import { shortcutTexts } from './shortcut-texts';

const board = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other';

/** What stands on the keys of a chord such as `Mod+k`. */
export const keyNames = (chord: string): string[] => chord.split('+').map(nameOf);

function nameOf(key: string): string {
  if (key === 'Mod') return shortcutTexts.mod[board];
  if (key === 'Alt') return shortcutTexts.alt[board];
  return shortcutTexts.names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
