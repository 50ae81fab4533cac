import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const system: Dictionary['system'] = {
  created: (who, what) => `${who} hat ${what} erstellt`,
  kinds: { direct: 'diesen Chat', group: 'die Gruppe', channel: 'den Kanal' },
  added: (who, whom) => `${who} hat ${whom} hinzugefügt`,
  others: (n) => count(n, { other: '# weitere' }),
  joined: (who) => `${who} ist beigetreten`,
  left: (who) => `${who} hat den Chat verlassen`,
  removed: (who, whom) => `${who} hat ${whom} entfernt`,
  role: (who, whom, role) => `${who} hat ${whom} eine neue Rolle gegeben: ${role}`,
  roles: { owner: 'Inhaber:in', admin: 'Admin', member: 'Mitglied', readonly: 'nur lesen' },
  handedOver: (who, whom) => `${who} hat den Chat an ${whom} übergeben`,
  renamed: (who, name) => `${who} hat den Chat „${name}“ genannt`,
  topic: (who, topic) => `${who} hat das Thema gesetzt: ${topic}`,
  noTopic: (who) => `${who} hat das Thema entfernt`,
  picture: (who) => `${who} hat das Bild des Chats geändert`,
  noPicture: (who) => `${who} hat das Bild des Chats entfernt`,
  archived: (who) => `${who} hat den Chat archiviert`,
  restored: (who) => `${who} hat den Chat zurückgeholt`,
  changed: (who) => `${who} hat die Einstellungen des Chats geändert`,
  deleted: (who) => `${who} hat den Chat gelöscht`,
  called: (who, what) => `${who} hat angerufen · ${what}`,
  unheard: {
    missed: 'keine Antwort',
    declined: 'abgelehnt',
    busy: 'besetzt',
    cancelled: 'abgebrochen',
    failed: 'keine Verbindung',
  },
};
