import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: 'Bot',
  state: 'Estado',
  made: 'Creado',
  make: 'Crear un bot',
  makeHint:
    'Un bot es un programa con nombre propio. No tiene contraseña: solo habla mediante tokens.',
  name: 'Nombre',
  nameMissing: 'Ponle un nombre.',
  username: 'Nombre de usuario',
  usernameHint: 'Las menciones llevan a él. No cambia.',
  usernameInvalid: 'Letras, cifras, puntos, guiones; 32 como mucho.',
  usernameTaken: 'Alguien tiene este nombre de usuario.',
  none: 'Aún no hay ningún bot',
  noneHint: 'Crea uno para un programa que escriba aquí por sí solo.',
  noTokens: 'No tiene ningún token, así que no puede hacer nada.',
};
