import type { Dictionary } from '../../app/language/dictionary';

export const announcing: Dictionary['announcing'] = {
  region: 'Оголошення',
  dismiss: (text) => `Приховати: ${text}`,
  warning: 'Модератор попереджає вас.',
  mute: (until) => `Модератор не дозволяє вам писати до ${until}.`,
  unmute: 'Ви знову можете писати.',
  understood: 'Зрозуміло',
  exports: {
    ready: 'Архів ваших даних готовий.',
    failed: 'Архів ваших даних не вдалося створити.',
  },
  open: 'Відкрити',
};
