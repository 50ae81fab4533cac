import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: 'Bot',
  state: 'Zustand',
  made: 'Angelegt',
  make: 'Bot anlegen',
  makeHint:
    'Ein Bot ist ein Programm mit eigenem Namen. Er hat kein Passwort: Er spricht nur durch Tokens.',
  name: 'Name',
  nameMissing: 'Geben Sie ihm einen Namen.',
  username: 'Benutzername',
  usernameHint: 'Erwähnungen führen dorthin. Er bleibt, wie er ist.',
  usernameInvalid: 'Buchstaben, Ziffern, Punkte, Striche; höchstens 32.',
  usernameTaken: 'Jemand hat diesen Benutzernamen.',
  none: 'Es gibt noch keinen Bot',
  noneHint: 'Legen Sie einen an, für ein Programm, das hier von selbst schreibt.',
  noTokens: 'Er hat kein Token und kann also nichts tun.',
};
