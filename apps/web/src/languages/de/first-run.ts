import type { Dictionary } from '../../app/language/dictionary';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `Willkommen bei ${workspace}, ${name}`,
  hint: 'Ein paar Dinge für den Anfang. Sie sind auch später noch da.',
  notes: 'Schreib dir eine Notiz',
  notesHint: 'Nur du siehst sie, auf allen deinen Geräten.',
  channel: (name) => `Sag Hallo in ${name}`,
  channelHint: 'Alle hier sind dabei.',
  browse: 'Sieh dich bei den Kanälen um',
  browseHint: 'Und tritt bei, was dir gefällt.',
  invite: 'Lade jemanden ein',
  inviteHint: 'Kopiert einen Link, der hereinführt.',
  inviteDone: 'Der Link ist kopiert. Schick ihn, wem du magst.',
  inviteByHand: (link) => `Kopiere diesen Link: ${link}`,
  install: 'Als App installieren',
  installHint: 'Mit eigenem Fenster und Zähler.',
  close: 'Verstanden',
};
