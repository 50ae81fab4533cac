import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: 'Elegir una imagen',
  change: 'Cambiar la imagen',
  remove: 'Quitar la imagen',
  save: 'Guardar la imagen',
  cancel: 'Cancelar',
  hint: 'O suelta una aquí. Los demás ven el centro, en un cuadrado.',
  preview: 'Así la verán los demás.',
  saved: 'Imagen guardada',
  removed: 'Imagen quitada',
  notAPicture: 'No se puede leer como imagen. Prueba con un JPEG, PNG o WebP.',
};
