import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'Ankündigungen',
  dismiss: (text) => `Ausblenden: ${text}`,
  warning: 'Die Moderation verwarnt dich.',
  mute: (until) => `Die Moderation lässt dich bis ${until} nicht schreiben.`,
  unmute: 'Du darfst wieder schreiben.',
  understood: 'Verstanden',
  exports: {
    ready: 'Das Archiv deiner Daten ist fertig.',
    failed: 'Das Archiv deiner Daten ließ sich nicht machen.',
  },
  open: 'Öffnen',
};
