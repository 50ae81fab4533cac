import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const problems: Dictionary['problems'] = {
  codes: {
    unauthenticated: 'Votre session est terminée. Reconnectez-vous.',
    token_expired: 'Votre session est terminée. Reconnectez-vous.',
    forbidden: 'Vous ne pouvez pas faire cela ici.',
    insecure_transport:
      'La connexion ne fonctionne qu’en HTTPS. Ouvrez l’adresse qui commence par https://.',
    not_member: 'Vous ne faites pas partie de cette discussion.',
    blocked: 'L’une des deux personnes a bloqué l’autre.',
    muted: 'La modération vous empêche d’écrire pour un temps.',
    not_found: 'Cela n’existe pas, ou plus.',
    gone: 'Cela n’est plus ici.',
    conflict: 'C’est déjà pris.',
    edit_window_closed: 'Il est trop tard pour le modifier.',
    delete_window_closed: 'Il est trop tard pour le supprimer pour tout le monde.',
    precondition_failed: 'Cela a été modifié entre-temps sur un autre appareil.',
    idempotency_conflict: 'Cela a déjà été envoyé avec un autre texte.',
    payload_too_large: 'C’est trop volumineux.',
    unsupported_media_type: 'Ce type de fichier n’est pas accepté.',
    malware_found: 'L’antivirus refuse ce fichier.',
    quota_exceeded: 'Il n’y a plus de place pour vos fichiers.',
    storage_full: 'Il n’y a plus de place pour les fichiers.',
    file_lost: 'Le navigateur n’a plus ce fichier. Choisissez-le de nouveau.',
    validation_failed: 'Ce n’est pas accepté tel quel.',
    service_unavailable: 'Une partie du système ne répond pas. Réessayez dans un instant.',
    draining: 'Le serveur redémarre. Réessayez dans un instant.',
  },
  other: 'Quelque chose s’est mal passé de notre côté. Réessayez.',
  offline: 'Pas de connexion au serveur. Réessayez.',
  notLoaded: 'Le chargement a échoué. Vérifiez la connexion ou rechargez la page.',
  parts: {
    auth: 'Connexion et déconnexion',
    users: 'Profils et recherche de personnes',
    access: 'Discussions',
    chats: 'Liste des discussions',
    members: 'Liste des membres',
    invites: 'Invitations',
    reads: 'État de lecture',
    messages: 'Messages',
    files: 'Fichiers',
    storage: 'Fichiers',
    scanner: 'Fichiers',
  },
  away: (part) =>
    `${part}\u202f: indisponible pour le moment. Le reste fonctionne\u202f; réessayez dans un instant.`,
  wait: (seconds) =>
    count(seconds, {
      one: 'Trop de tentatives. Attendez # seconde.',
      many: 'Trop de tentatives. Attendez # de secondes.',
      other: 'Trop de tentatives. Attendez # secondes.',
    }),
};
