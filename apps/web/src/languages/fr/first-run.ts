import type { Dictionary } from '../../app/language/dictionary';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `${name}, bienvenue dans ${workspace}`,
  hint: 'Quelques idées pour commencer. Elles restent là pour plus tard.',
  notes: 'Écrivez-vous une note',
  notesHint: 'Visible uniquement par vous, sur tous vos appareils.',
  channel: (name) => `Dites bonjour dans ${name}`,
  channelHint: 'Tout le monde ici en fait partie.',
  browse: 'Parcourez les canaux',
  browseHint: 'Et rejoignez ceux qui vous plaisent.',
  invite: 'Invitez du monde',
  inviteHint: 'Copie un lien qui ouvre la porte.',
  inviteDone: 'Lien copié. Envoyez-le à qui vous voulez.',
  inviteByHand: (link) => `Copiez ce lien\u202f: ${link}`,
  install: 'Installer l’application',
  installHint: 'Avec sa propre fenêtre et son compteur.',
  close: 'Compris',
};
