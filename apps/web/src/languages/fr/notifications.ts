import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

const unread = { one: '# non lue', many: '# non lues', other: '# non lues' };

export const notifications: Dictionary['notifications'] = {
  title: 'Notifications',
  pageTitle: 'Notifications · Parley',
  bell: (n) => (n > 0 ? `Notifications, ${count(n, unread)}` : 'Notifications'),
  readAll: 'Tout marquer comme lu',
  more: 'Afficher plus',
  unread: 'Non lue',
  justNow: 'à l’instant',
  emptyTitle: 'Il ne s’est encore rien passé',
  emptyHint:
    'Quand quelqu’un vous mentionne, vous répond ou vous appelle en vain, vous le trouvez ici.',
  offer: 'Être averti aussi sur cet appareil quand Parley est ouvert en arrière-plan.',
  allow: 'Activer',
  message: 'Nouveau message',
  kinds: {
    mention: 'On vous a mentionné',
    everyone: 'Tout le monde est appelé',
    reply: 'Nouvelle réponse',
    keyword: 'Un de vos mots a été dit',
    reaction: 'Nouvelle réaction',
    missed_call: 'Appel manqué',
    added: 'Vous avez été ajouté à une discussion',
  },
};
