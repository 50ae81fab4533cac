import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const reports: Dictionary['reports'] = {
  state: 'Zustand',
  states: { open: 'Offen', closed: 'Erledigt' },
  about: 'Über wen',
  what: 'Was',
  why: 'Warum',
  reported: 'Gemeldet',
  outcome: 'Ergebnis',
  person: 'Die Person',
  noText: 'Eine Nachricht ohne Worte',
  textGone: 'Der Wortlaut wird nicht aufbewahrt.',
  files: (files) => count(files, { one: '# Datei', other: '# Dateien' }),
  by: (people) => count(people, { one: 'von # Person', other: 'von # Personen' }),
  none: { open: 'Nichts ist offen', closed: 'Noch nichts ist erledigt' },
  noneHint: 'Nachrichten und Personen werden gemeldet; hier steht, was gesagt wird.',
  categories: {
    spam: 'Werbung',
    harassment: 'Belästigung',
    illegal: 'Gegen das Gesetz',
    other: 'Etwas anderes',
  },
  messageOf: (name) => `Nachricht von ${name}`,
  written: (time) => `Geschrieben am ${time}`,
  complaints: 'Wer sie gemeldet hat',
  more: (people) => count(people, { one: 'und # weitere Person', other: 'und # weitere Personen' }),
  acts: {
    dismiss: {
      name: 'Verwerfen',
      title: 'Diese Meldung verwerfen?',
      text: 'Es geschieht nichts, und die Meldung ist erledigt. Niemand erfährt davon.',
      done: 'Verworfen',
    },
    delete_message: {
      name: 'Nachricht löschen',
      title: 'Die Nachricht für alle löschen?',
      text: 'Sie ist für alle weg, mit ihren Dateien; an ihrer Stelle steht, dass sie gelöscht wurde. Die Meldung ist erledigt und behält den Wortlaut.',
      done: 'Nachricht gelöscht',
    },
    ban: {
      name: 'Person sperren',
      title: 'Die Person sperren?',
      text: 'Alle Geräte werden sofort abgemeldet, und Anmelden ist nicht mehr möglich. Admins können die Person entsperren. Die Meldung ist erledigt.',
      done: 'Person gesperrt',
    },
  },
  outcomeBy: (act, name) => `${act} (${name})`,
  closedMeanwhile: 'Inzwischen hat das jemand anders erledigt.',
};
