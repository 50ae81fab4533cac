import type { Dictionary } from '../../app/language/dictionary';
import { count } from './count';

export const reports: Dictionary['reports'] = {
  state: 'État',
  states: { open: 'Ouverts', closed: 'Traités' },
  about: 'Qui',
  what: 'Quoi',
  why: 'Pourquoi',
  reported: 'Signalé',
  outcome: 'Suite donnée',
  person: 'La personne',
  noText: 'Un message sans paroles',
  textGone: 'Le texte n’est pas gardé.',
  files: (files) => count(files, { one: '# fichier', many: '# fichiers', other: '# fichiers' }),
  by: (people) =>
    count(people, { one: 'par # personne', many: 'par # personnes', other: 'par # personnes' }),
  none: { open: 'Rien n’est ouvert', closed: 'Rien n’a encore été traité' },
  noneHint: 'On signale des messages et des personnes\u202f; voici ce qui en est dit.',
  categories: {
    spam: 'Publicité',
    harassment: 'Harcèlement',
    illegal: 'Contraire à la loi',
    other: 'Autre chose',
  },
  messageOf: (name) => `Message de ${name}`,
  written: (time) => `Écrit le ${time}`,
  complaints: 'Qui l’a signalé',
  more: (people) =>
    count(people, {
      one: 'et # autre personne',
      many: 'et # autres personnes',
      other: 'et # autres personnes',
    }),
  acts: {
    dismiss: {
      name: 'Classer sans suite',
      title: 'Classer ce signalement sans suite\u202f?',
      text: 'Rien n’est fait, et le signalement est traité. Personne n’en est averti.',
      done: 'Classé sans suite',
    },
    delete_message: {
      name: 'Supprimer le message',
      title: 'Supprimer le message pour tout le monde\u202f?',
      text: 'Il disparaît pour tout le monde, avec ses fichiers\u202f; à sa place, il est dit qu’il a été supprimé. Le signalement est traité et garde le texte.',
      done: 'Message supprimé',
    },
    warn: {
      name: 'Avertir la personne',
      title: 'Avertir la personne\u202f?',
      text: 'Elle apprend aussitôt que cela ne peut pas continuer, dans les mots du motif, et non de qui. Le signalement est traité.',
      done: 'Personne avertie',
    },
    mute: {
      name: 'Faire taire la personne',
      title: 'Faire taire la personne\u202f?',
      text: 'Jusque-là elle lit, mais n’écrit plus rien\u202f: ni message, ni changement, ni réaction. Elle l’apprend aussitôt, dans les mots du motif. Le signalement est traité.',
      done: 'Personne réduite au silence',
    },
    ban: {
      name: 'Suspendre la personne',
      title: 'Suspendre la personne\u202f?',
      text: 'Tous ses appareils sont déconnectés aussitôt, et elle ne peut plus se connecter. Un admin peut la rétablir. Le signalement est traité.',
      done: 'Personne suspendue',
    },
  },
  howLong: 'Pendant combien de temps',
  spans: { hour: 'Une heure', day: 'Un jour', week: 'Une semaine', month: '30 jours' },
  reasonIsRead: 'La personne le lit, et le journal d’audit le garde.',
  outcomeBy: (act, name) => `${act} par ${name}`,
  closedMeanwhile: 'Quelqu’un d’autre l’a traité entre-temps.',
};
