import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'Une nouvelle version de Parley est là.',
  brokenVersion:
    'Cette version de Parley n’est plus complète. Ce que vous avez écrit est conservé.',
  reload: 'Recharger',
  notKept: {
    off: 'Ce navigateur ne garde rien pour Parley. Ce que vous écrivez part tant que cette page reste ouverte.',
    full: 'Il n’y a plus de place sur cet appareil. Ce que vous écrivez part tant que cette page reste ouverte.',
  },
  shareTitle: 'Envoyer à…',
  shareHint: 'Le texte attend dans la zone de saisie jusqu’à l’envoi.',
  shareFilter: 'Rechercher une discussion',
  shareNobody: 'Aucune discussion de ce nom',
};
