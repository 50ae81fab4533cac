import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'Anuncios',
  dismiss: (text) => `Descartar: ${text}`,
  warning: 'Un moderador te advierte.',
  mute: (until) => `Un moderador no te deja escribir hasta ${until}.`,
  unmute: 'Puedes volver a escribir.',
  understood: 'Entendido',
  exports: {
    ready: 'El archivo de tus datos está listo.',
    failed: 'No se pudo hacer el archivo de tus datos.',
  },
  open: 'Abrir',
};
