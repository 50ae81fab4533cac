import type { Dictionary } from '../../app/language/dictionary';

export const avatars: Dictionary['avatars'] = {
  choose: 'Вибрати зображення',
  change: 'Змінити зображення',
  remove: 'Прибрати зображення',
  save: 'Зберегти зображення',
  cancel: 'Скасувати',
  hint: 'Або відпустіть його тут. Інші бачать середину у формі квадрата.',
  preview: 'Так його бачитимуть інші.',
  saved: 'Зображення збережено',
  removed: 'Зображення прибрано',
  notAPicture: 'Це не вдається прочитати як зображення. Спробуйте JPEG, PNG або WebP.',
};
