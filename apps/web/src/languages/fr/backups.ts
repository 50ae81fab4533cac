import type { Dictionary } from '../../app/language/dictionary';

export const backups: Dictionary['backups'] = {
  made: 'Demandée',
  state: 'État',
  states: {
    pending: 'En cours',
    ready: 'Prête',
    failed: 'Échouée',
    missing: 'Fichier absent',
  },
  stateMeans: {
    pending: 'Elle se fait en arrière-plan, et cette page dit quand elle est prête.',
    ready:
      'Elle est complète. Qui gère le serveur la restaure là-bas\u202f; personne ne le peut d’ici.',
    failed: 'Il n’en reste rien.',
    missing: 'Son fichier a été retiré du dossier, ou n’a plus la même taille.',
  },
  size: 'Taille',
  protection: 'Sécurité',
  encrypted: 'Chiffrée',
  open: 'Non chiffrée',
  openMeans:
    'Qui lit le dossier la lit en entier. Les suivantes sont chiffrées si PARLEY_BACKUP_PASSPHRASE est défini sur le serveur.',
  by: 'Demandée par',
  ended: 'Terminée',
  label: 'À quoi elle sert',
  file: 'Fichier',
  hash: 'Empreinte (SHA-256)',
  error: 'Pourquoi elle a échoué',
  none: 'Aucune sauvegarde n’a encore été faite ici',
  noneHint:
    'Elles vont dans le dossier du serveur que nomme PARLEY_BACKUP_DIR\u202f; s’il n’en nomme aucun, dans «\u202fbackups\u202f» de son répertoire de données.',
  make: {
    name: 'Faire une sauvegarde',
    title: 'Faire une sauvegarde maintenant\u202f?',
    text: 'Tous les messages et fichiers vont dans un seul fichier, même ceux que vous ne pouvez pas lire, avec les clés qui gardent chacun connecté. Il va dans le dossier du serveur que nomme PARLEY_BACKUP_DIR, ou dans «\u202fbackups\u202f» de son répertoire de données. Tout le monde continue pendant ce temps.',
    willEncrypt:
      'Elle sera chiffrée par le PARLEY_BACKUP_PASSPHRASE du serveur. Gardez-le ailleurs\u202f: sans lui, personne ne lit la sauvegarde.',
    willBeOpen:
      'Elle ne sera pas chiffrée\u202f: qui lit le dossier lit tout. Définissez PARLEY_BACKUP_PASSPHRASE sur le serveur pour qu’elle le soit.',
    replaced: 'La plus ancienne part quand le nombre gardé est atteint.',
    begun: 'Une sauvegarde est en cours',
    underWay: 'Une autre est déjà en cours. Attendez qu’elle soit prête.',
  },
  ends: { ready: 'La sauvegarde est prête', failed: 'La sauvegarde a échoué' },
  remove: {
    name: 'Supprimer',
    title: (time) => `Supprimer la sauvegarde du ${time}\u202f?`,
    text: 'Son fichier est effacé aussitôt, et plus rien ne peut en être restauré.',
    done: 'Supprimée',
  },
  changed: 'Elle n’est plus là, ou elle est en cours.',
};
