import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: 'Marcar como leído',
    favourite: 'Añadir a favoritos',
    plain: 'Quitar de favoritos',
    up: 'Subir',
    down: 'Bajar',
    mute: 'Silenciar…',
    unmute: 'Dejar de silenciar',
    details: 'Detalles',
  },
  leave: 'Salir…',
  hide: 'Ocultar…',
  spans: {
    hour: 'Durante una hora',
    'working-day': 'Durante 8 horas',
    always: 'Hasta que lo reactive',
  },
};
