import type { Dictionary } from '../../app/language/dictionary';

export const installation: Dictionary['installation'] = {
  newVersion: 'Hay una nueva versión de Parley.',
  brokenVersion: 'Esta versión de Parley ya no está completa. Lo que has escrito se conserva.',
  reload: 'Recargar',
  notKept: {
    off: 'Este navegador no guarda nada para Parley. Lo que escribes se envía mientras esta página siga abierta.',
    full: 'En este dispositivo no queda espacio. Lo que escribes se envía mientras esta página siga abierta.',
  },
  shareTitle: 'Enviar a…',
  shareHint: 'Espera en el campo de mensaje hasta que lo envíes.',
  shareFilter: 'Buscar un chat',
  shareNobody: 'Ningún chat con ese nombre',
};
