import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'Eine neue Version von Parley ist da.',
  brokenVersion:
    'Diese Version von Parley ist nicht mehr vollständig. Was du geschrieben hast, bleibt erhalten.',
  reload: 'Neu laden',
  notKept: {
    off: 'Dieser Browser behält nichts für Parley. Was du schreibst, wird gesendet, solange diese Seite offen bleibt.',
    full: 'Auf diesem Gerät ist kein Platz mehr. Was du schreibst, wird gesendet, solange diese Seite offen bleibt.',
  },
  shareTitle: 'Senden an\u00a0…',
  shareHint: 'Es wartet im Eingabefeld, bis du es sendest.',
  shareFilter: 'Chat suchen',
  shareNobody: 'Kein Chat mit diesem Namen',
};
