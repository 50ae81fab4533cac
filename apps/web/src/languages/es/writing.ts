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
    groupNames: {
      smileys: 'Emoticonos y emociones',
      people: 'Personas y cuerpo',
      nature: 'Animales y naturaleza',
      food: 'Comida y bebida',
      travel: 'Viajes y lugares',
      activities: 'Actividades',
      objects: 'Objetos',
      symbols: 'Símbolos',
      flags: 'Banderas',
    },
    toneNames: {
      light: 'tono de piel claro',
      mediumLight: 'tono de piel medio claro',
      medium: 'tono de piel medio',
      mediumDark: 'tono de piel medio oscuro',
      dark: 'tono de piel oscuro',
    },
  },
  onlyReading: 'Aquí puedes leer, pero no escribir.',
  everybodyHere: 'Quienes están en línea',
  everybody: 'Todos en este chat',
  editHint: (enter) => `${enter} guarda, Esc cancela`,
  homeless: (notes) =>
    `Ya no estás en un chat en el que escribiste. Lo que no se envió espera en «${notes}».`,
};
