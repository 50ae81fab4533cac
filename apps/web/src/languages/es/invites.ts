import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const invites: Dictionary['invites'] = {
  pageTitle: 'Invitación · Parley',
  title: 'Tienes una invitación',
  loading: 'Buscando la invitación…',
  by: (inviter, chat) => `${inviter} te invita a ${chat}`,
  members: (people) =>
    count(people, { one: '# persona', many: '# de personas', other: '# personas' }),
  join: 'Unirme al chat',
  signIn: 'Iniciar sesión y unirme',
  register: 'Crear cuenta',
  goneTitle: 'Esta invitación ya no vale',
  goneHint: 'Caducó, se agotó o se retiró. Pide una nueva.',
  unknownTitle: 'No existe esa invitación',
  unknownHint: 'Revisa el enlace: puede que falte una parte.',
  failedTitle: 'La invitación no se puede mostrar',
  tryAgain: 'Reintentar',
  toChats: 'Ir a los chats',
};
