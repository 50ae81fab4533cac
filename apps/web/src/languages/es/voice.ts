import type { Dictionary } from '../../app/language/dictionary';

export const voice: Dictionary['voice'] = {
  record: 'Grabar un mensaje de voz',
  panel: 'Grabación de un mensaje de voz',
  asking: 'Esperando el micrófono…',
  recording: 'Grabando',
  paused: 'En pausa',
  slide: 'Desliza para descartar',
  pause: 'Pausar la grabación',
  resume: 'Reanudar la grabación',
  stop: 'Parar y escuchar',
  discard: 'Descartar la grabación',
  send: 'Enviar el mensaje de voz',
  listen: 'Escuchar',
  recorded: (time) => `Grabado: ${time}. No se envía nada hasta que lo digas.`,
  sent: 'Mensaje de voz enviado',
  discarded: 'Grabación descartada',
  undo: 'Deshacer',
  full: (minutes) => `Un mensaje de voz dura ${minutes} minutos como máximo.`,
  broken: 'El micrófono ha desaparecido. Lo grabado se conserva.',
  keptIn: (title) => `Tu grabación espera en ${title}`,
  close: 'Cerrar',
  problems: {
    refused:
      'El navegador no deja usar el micrófono en esta página. Permítelo allí y vuelve a intentarlo.',
    missing: 'No se ha encontrado ningún micrófono.',
    busy: 'El micrófono no responde. Quizá lo esté usando otra aplicación.',
    insecure: 'Los navegadores solo dejan usar el micrófono en páginas seguras (https).',
    unsupported: 'Este navegador no puede grabar.',
    notLoaded: 'No se ha podido cargar la grabadora. Vuelve a intentarlo cuando haya red.',
  },
};
