import type { Dictionary } from '../../app/language/dictionary';

export const bots: Dictionary['bots'] = {
  bot: 'Bot',
  state: 'État',
  made: 'Créé',
  make: 'Créer un bot',
  makeHint:
    'Un bot est un programme avec un nom à lui. Il n’a pas de mot de passe\u202f: il parle par des jetons.',
  name: 'Nom',
  nameMissing: 'Donnez-lui un nom.',
  username: 'Nom d’utilisateur',
  usernameHint: 'Les mentions y mènent. Il reste tel quel.',
  usernameInvalid: 'Lettres, chiffres, points, tirets\u202f; 32 au plus.',
  usernameTaken: 'Quelqu’un a ce nom d’utilisateur.',
  none: 'Il n’y a pas encore de bot',
  noneHint: 'Créez-en un pour un programme qui écrit ici tout seul.',
  noTokens: 'Il n’a pas de jeton, et ne peut donc rien faire.',
};
