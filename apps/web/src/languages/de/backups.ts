import type { Dictionary } from '../../app/language/dictionary';

export const backups: Dictionary['backups'] = {
  made: 'Bestellt',
  state: 'Zustand',
  states: {
    pending: 'Wird gemacht',
    ready: 'Fertig',
    failed: 'Gescheitert',
    missing: 'Datei ist weg',
  },
  stateMeans: {
    pending: 'Sie wird im Hintergrund gemacht, und diese Seite sagt, wann sie fertig ist.',
    ready:
      'Sie ist vollständig. Wer den Server betreibt, stellt sie dort wieder her; von hier aus kann das niemand.',
    failed: 'Von ihr ist nichts übrig.',
    missing: 'Ihre Datei wurde aus dem Ordner genommen oder ist nicht mehr so lang wie zuvor.',
  },
  size: 'Größe',
  protection: 'Schutz',
  encrypted: 'Verschlüsselt',
  open: 'Nicht verschlüsselt',
  openMeans:
    'Wer den Ordner liest, liest sie ganz. Spätere werden verschlüsselt, wenn PARLEY_BACKUP_PASSPHRASE auf dem Server gesetzt ist.',
  by: 'Bestellt von',
  ended: 'Beendet',
  label: 'Wofür sie ist',
  file: 'Datei',
  hash: 'Prüfsumme (SHA-256)',
  error: 'Warum sie scheiterte',
  none: 'Hier wurde noch keine Sicherung gemacht',
  noneHint:
    'Sie kommen in den Ordner des Servers, den PARLEY_BACKUP_DIR nennt; nennt es keinen, in „backups“ in seinem Datenverzeichnis.',
  make: {
    name: 'Sicherung machen',
    title: 'Jetzt eine Sicherung machen?',
    text: 'Alle Nachrichten und Dateien kommen in eine Datei, auch die, die du nicht lesen darfst, und die Schlüssel, mit denen alle angemeldet bleiben. Sie kommt in den Ordner des Servers, den PARLEY_BACKUP_DIR nennt, oder in „backups“ in seinem Datenverzeichnis. Alle arbeiten währenddessen weiter.',
    willEncrypt:
      'Sie wird mit der PARLEY_BACKUP_PASSPHRASE des Servers verschlüsselt. Bewahre die woanders auf: Ohne sie liest niemand die Sicherung.',
    willBeOpen:
      'Sie wird nicht verschlüsselt: Wer den Ordner liest, liest alles darin. Setze PARLEY_BACKUP_PASSPHRASE auf dem Server, damit sie es wird.',
    replaced: 'Die älteste geht, wenn so viele aufbewahrt sind, wie es sein dürfen.',
    begun: 'Eine Sicherung wird gemacht',
    underWay: 'Es wird schon eine gemacht. Warte, bis sie fertig ist.',
  },
  ends: { ready: 'Die Sicherung ist fertig', failed: 'Die Sicherung ist gescheitert' },
  remove: {
    name: 'Entfernen',
    title: (time) => `Die Sicherung von ${time} entfernen?`,
    text: 'Ihre Datei wird sofort gelöscht, und aus ihr lässt sich nichts mehr wiederherstellen.',
    done: 'Entfernt',
  },
  changed: 'Sie ist inzwischen weg oder wird gerade gemacht.',
};
