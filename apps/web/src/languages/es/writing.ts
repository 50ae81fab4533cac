import type { Dictionary } from '../../app/language/dictionary';

export const writing: Dictionary['writing'] = {
  emoji: 'Emoji',
  noEmoji: 'No se pudieron cargar los emojis: no hay conexión con el servidor.',
  tryAgain: 'Reintentar',
  picker: {
    search: 'Buscar emoji',
    groups: 'Grupos de emojis',
    recent: 'Usados hace poco',
    found: 'Encontrados',
    noMatch: 'Ningún emoji con ese nombre',
    tone: 'Tono de piel',
    noTone: 'Sin tono',
  },
  everybodyHere: 'Quienes están en línea',
  everybody: 'Todos en este chat',
};
