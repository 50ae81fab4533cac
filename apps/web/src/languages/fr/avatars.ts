import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: 'Choisir une image',
  change: 'Changer l’image',
  remove: 'Retirer l’image',
  save: 'Enregistrer l’image',
  cancel: 'Annuler',
  hint: 'Ou déposez-en une ici. Les autres en voient le milieu, en carré.',
  preview: 'Les autres la verront ainsi.',
  saved: 'Image enregistrée',
  removed: 'Image retirée',
  notAPicture: 'Ce fichier ne peut pas être lu comme une image. Essayez un JPEG, PNG ou WebP.',
};
