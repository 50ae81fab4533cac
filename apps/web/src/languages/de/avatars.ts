import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: 'Bild auswählen',
  change: 'Bild ändern',
  remove: 'Bild entfernen',
  save: 'Bild speichern',
  cancel: 'Abbrechen',
  hint: 'Oder hier ablegen. Andere sehen die Mitte, als Quadrat.',
  preview: 'So werden es andere sehen.',
  saved: 'Bild gespeichert',
  removed: 'Bild entfernt',
  notAPicture: 'Das lässt sich nicht als Bild lesen. Versuch es mit JPEG, PNG oder WebP.',
};
