import type { Dictionary } from '../../app/language/dictionary';

export const directory: Dictionary['directory'] = {
  title: 'Verzeichnis',
  pageTitle: {
    people: 'Personen · Verzeichnis · Parley',
    channels: 'Kanäle · Verzeichnis · Parley',
  },
  kind: 'Was durchsucht wird',
  tabs: { people: 'Personen', channels: 'Kanäle' },
  findPeople: 'Personen suchen',
  findPeopleHint: 'Name oder Benutzername',
  nobody: 'Niemand mit diesem Namen',
  nobodyHint: 'Such nach dem Anfang eines Namens oder Benutzernamens.',
  more: 'Mehr zeigen',
  write: 'Nachricht',
  writeTo: (name) => `Nachricht an ${name}`,
  card: (name) => `${name}: wer das ist`,
  you: '(du)',
};
