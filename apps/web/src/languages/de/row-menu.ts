import type { Dictionary } from '../../app/language/dictionary';

export const rowMenu: Dictionary['rowMenu'] = {
  deeds: {
    read: 'Als gelesen markieren',
    favourite: 'Zu Favoriten hinzufügen',
    plain: 'Aus Favoriten entfernen',
    up: 'Nach oben',
    down: 'Nach unten',
    mute: 'Stummschalten\u00a0…',
    unmute: 'Stummschaltung aufheben',
    details: 'Details',
  },
  leave: 'Verlassen\u00a0…',
  hide: 'Ausblenden\u00a0…',
  spans: {
    hour: 'Für eine Stunde',
    'working-day': 'Für 8 Stunden',
    always: 'Bis ich sie aufhebe',
  },
};
