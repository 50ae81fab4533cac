import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const invites: Dictionary['invites'] = {
  pageTitle: 'Invitation · Parley',
  title: 'Vous avez une invitation',
  loading: 'Recherche de l’invitation…',
  by: (inviter, chat) => `${inviter} vous invite à rejoindre ${chat}`,
  members: (people) =>
    count(people, { one: '# personne', many: '# de personnes', other: '# personnes' }),
  join: 'Rejoindre la discussion',
  signIn: 'Se connecter et rejoindre',
  register: 'Créer un compte',
  goneTitle: 'Cette invitation n’est plus valable',
  goneHint: 'Elle a expiré, a été épuisée ou retirée. Demandez-en une nouvelle.',
  unknownTitle: 'Cette invitation n’existe pas',
  unknownHint: 'Vérifiez le lien\u202f: il en manque peut-être une partie.',
  failedTitle: 'L’invitation ne peut pas être affichée',
  tryAgain: 'Réessayer',
  toChats: 'Aller aux discussions',
};
