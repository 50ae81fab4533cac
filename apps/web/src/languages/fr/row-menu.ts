import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: 'Marquer comme lu',
    favourite: 'Ajouter aux favoris',
    plain: 'Retirer des favoris',
    up: 'Monter',
    down: 'Descendre',
    mute: 'Mettre en sourdine…',
    unmute: 'Réactiver le son',
    details: 'Détails',
  },
  leave: 'Quitter…',
  hide: 'Masquer…',
  spans: {
    hour: 'Pendant une heure',
    'working-day': 'Pendant 8 heures',
    always: 'Jusqu’à réactivation',
  },
};
