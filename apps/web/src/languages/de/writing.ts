import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: 'Emoji',
  noEmoji: 'Die Emojis konnten nicht geladen werden: keine Verbindung zum Server.',
  tryAgain: 'Noch einmal',
  picker: {
    search: 'Emoji suchen',
    groups: 'Emoji-Gruppen',
    recent: 'Zuletzt benutzt',
    found: 'Gefunden',
    noMatch: 'Kein Emoji mit diesem Namen',
    tone: 'Hautton',
    noTone: 'Kein Hautton',
    groupNames: {
      smileys: 'Smileys & Gefühle',
      people: 'Menschen & Körper',
      nature: 'Tiere & Natur',
      food: 'Essen & Trinken',
      travel: 'Reisen & Orte',
      activities: 'Aktivitäten',
      objects: 'Gegenstände',
      symbols: 'Symbole',
      flags: 'Flaggen',
    },
    toneNames: {
      light: 'heller Hautton',
      mediumLight: 'mittelheller Hautton',
      medium: 'mittlerer Hautton',
      mediumDark: 'mitteldunkler Hautton',
      dark: 'dunkler Hautton',
    },
  },
  onlyReading: 'Du kannst hier lesen, aber nicht schreiben.',
  everybodyHere: 'Alle, die online sind',
  everybody: 'Alle in diesem Chat',
  editHint: (enter) => `${enter} speichert, Esc bricht ab`,
  homeless: (notes) =>
    `In einem Chat, in den du geschrieben hast, bist du nicht mehr. Was nicht gesendet wurde, wartet in „${notes}“.`,
};
