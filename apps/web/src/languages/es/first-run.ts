import type { Dictionary } from '../../app/language/dictionary';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `Te damos la bienvenida a ${workspace}, ${name}`,
  hint: 'Unas cuantas cosas para empezar. También estarán más tarde.',
  notes: 'Escríbete una nota',
  notesHint: 'Solo la ves tú, en todos tus dispositivos.',
  channel: (name) => `Saluda en ${name}`,
  channelHint: 'Ahí está todo el mundo.',
  browse: 'Echa un vistazo a los canales',
  browseHint: 'Y únete a los que te gusten.',
  invite: 'Invita a otras personas',
  inviteHint: 'Copia un enlace que les abre la puerta.',
  inviteDone: 'Enlace copiado. Envíalo a quien quieras.',
  inviteByHand: (link) => `Copia este enlace: ${link}`,
  install: 'Instalar como aplicación',
  installHint: 'Con ventana y contador propios.',
  close: 'Entendido',
};
