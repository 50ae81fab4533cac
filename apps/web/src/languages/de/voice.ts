import type { Dictionary } from '../../app/language/dictionary';

export const voice: Dictionary['voice'] = {
  record: 'Sprachnachricht aufnehmen',
  panel: 'Aufnahme einer Sprachnachricht',
  asking: 'Warten auf das Mikrofon …',
  recording: 'Aufnahme läuft',
  paused: 'Pausiert',
  slide: 'Zum Verwerfen schieben',
  pause: 'Aufnahme anhalten',
  resume: 'Aufnahme fortsetzen',
  stop: 'Beenden und anhören',
  discard: 'Aufnahme verwerfen',
  send: 'Sprachnachricht senden',
  listen: 'Anhören',
  recorded: (time) => `${time} aufgenommen. Gesendet wird erst, wenn du es sagst.`,
  sent: 'Sprachnachricht gesendet',
  discarded: 'Aufnahme verworfen',
  undo: 'Rückgängig',
  full: (minutes) => `Eine Sprachnachricht dauert höchstens ${minutes} Minuten.`,
  broken: 'Das Mikrofon ist weg. Was aufgenommen wurde, bleibt erhalten.',
  keptIn: (title) => `Deine Aufnahme wartet in ${title}`,
  close: 'Schließen',
  problems: {
    refused:
      'Der Browser gibt dieser Seite das Mikrofon nicht. Erlaube es dort und versuche es noch einmal.',
    missing: 'Es wurde kein Mikrofon gefunden.',
    busy: 'Das Mikrofon antwortet nicht. Vielleicht benutzt es eine andere App.',
    insecure: 'Browser geben das Mikrofon nur sicheren Seiten (https).',
    unsupported: 'Dieser Browser kann nicht aufnehmen.',
    notLoaded:
      'Der Rekorder ließ sich nicht laden. Versuche es noch einmal, wenn das Netz wieder da ist.',
  },
};
