import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const invites: Dictionary['invites'] = {
  pageTitle: 'Einladung · Parley',
  title: 'Du bist eingeladen',
  loading: 'Die Einladung wird gesucht\u00a0…',
  by: (inviter, chat) => `${inviter} lädt dich zu ${chat} ein`,
  members: (people) => count(people, { one: '# Person', other: '# Personen' }),
  join: 'Dem Chat beitreten',
  signIn: 'Anmelden und beitreten',
  register: 'Konto erstellen',
  goneTitle: 'Diese Einladung gilt nicht mehr',
  goneHint: 'Sie ist abgelaufen, verbraucht oder zurückgezogen. Bitte um eine neue.',
  unknownTitle: 'Diese Einladung gibt es nicht',
  unknownHint: 'Prüfe den Link: Vielleicht fehlt ein Teil.',
  failedTitle: 'Die Einladung kann nicht gezeigt werden',
  tryAgain: 'Noch einmal',
  toChats: 'Zu den Chats',
};
