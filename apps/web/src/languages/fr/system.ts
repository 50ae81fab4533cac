import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const system: Dictionary['system'] = {
  created: (who, what) => `${who} a créé ${what}`,
  kinds: { direct: 'cette discussion', group: 'le groupe', channel: 'le canal' },
  added: (who, whom) => `${who} a ajouté ${whom}`,
  others: (n) => count(n, { other: '# autres' }),
  joined: (who) => `${who} a rejoint la discussion`,
  left: (who) => `${who} a quitté la discussion`,
  removed: (who, whom) => `${who} a retiré ${whom}`,
  role: (who, whom, role) => `${who} a donné à ${whom} un nouveau rôle\u202f: ${role}`,
  roles: { owner: 'propriétaire', admin: 'admin', member: 'membre', readonly: 'lecture seule' },
  handedOver: (who, whom) => `${who} a cédé la discussion à ${whom}`,
  renamed: (who, name) => `${who} a nommé la discussion «\u202f${name}\u202f»`,
  topic: (who, topic) => `${who} a défini le sujet\u202f: ${topic}`,
  noTopic: (who) => `${who} a retiré le sujet`,
  picture: (who) => `${who} a changé l’image de la discussion`,
  noPicture: (who) => `${who} a retiré l’image de la discussion`,
  archived: (who) => `${who} a archivé la discussion`,
  restored: (who) => `${who} a rétabli la discussion`,
  changed: (who) => `${who} a modifié les paramètres de la discussion`,
  deleted: (who) => `${who} a supprimé la discussion`,
  called: (who, what) => `${who} a appelé · ${what}`,
  unheard: {
    missed: 'sans réponse',
    declined: 'refusé',
    busy: 'occupé',
    cancelled: 'annulé',
    failed: 'pas de connexion',
  },
};
