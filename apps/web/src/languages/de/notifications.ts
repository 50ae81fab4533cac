import type { Dictionary } from '../../app/language/dictionary';

export const notifications: Dictionary['notifications'] = {
  title: 'Benachrichtigungen',
  pageTitle: 'Benachrichtigungen · Parley',
  bell: (count) => (count > 0 ? `Benachrichtigungen, ${count} ungelesen` : 'Benachrichtigungen'),
  readAll: 'Alle als gelesen markieren',
  more: 'Mehr zeigen',
  unread: 'Ungelesen',
  justNow: 'gerade eben',
  emptyTitle: 'Noch ist nichts geschehen',
  emptyHint: 'Wenn dich jemand erwähnt, dir antwortet oder vergeblich anruft, findest du es hier.',
  offer: 'Auch auf diesem Gerät davon erfahren, während Parley im Hintergrund offen ist.',
  allow: 'Einschalten',
  message: 'Neue Nachricht',
  kinds: {
    mention: 'Du wurdest erwähnt',
    everyone: 'Alle wurden gerufen',
    reply: 'Neue Antwort',
    keyword: 'Eines deiner Wörter ist gefallen',
    reaction: 'Neue Reaktion',
    missed_call: 'Verpasster Anruf',
    added: 'Du wurdest zu einem Chat hinzugefügt',
  },
};
