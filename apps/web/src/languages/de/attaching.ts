import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const attaching: Dictionary['attaching'] = {
  attach: 'Dateien anhängen',
  tray: 'Dateien zum Senden',
  remove: (name) => `${name} entfernen`,
  attached: (n) => count(n, { one: '# Datei angehängt', other: '# Dateien angehängt' }),
  removed: (name) => `${name} entfernt`,
  refused: (name, why) => `${name}: ${why}`,
  problems: {
    tooLarge: (most) => `Zu groß: höchstens ${most}`,
    empty: 'Diese Datei ist leer',
    folder: 'Ordner lassen sich nicht senden',
    tooMany: (most) => `Höchstens ${most} auf einmal: sende sie danach`,
  },
  drop: (title) => `Hier ablegen für ${title}`,
  dropHint: 'Gesendet wird erst, wenn du es sagst.',
  waiting: 'Wartet',
  sent: (part, all) => `${part} von ${all}`,
  uploaded: 'Hochgeladen',
  paused: 'Angehalten',
  onlyHere: 'Bleibt nur, solange diese Seite offen ist',
  progressOf: (name) => `${name} wird hochgeladen`,
  pause: (name) => `${name} anhalten`,
  resume: (name) => `${name} fortsetzen`,
  without: (name) => `Ohne ${name} senden`,
  percent: (name, percent) => `${name}: ${percent}`,
};
