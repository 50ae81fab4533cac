import type { Dictionary } from '../../app/language/dictionary';

export const firstRun: Dictionary['firstRun'] = {
  title: (workspace, name) => `${name}, вітаємо у ${workspace}`,
  hint: 'Кілька речей для початку. Вони будуть тут і згодом.',
  notes: 'Напишіть нотатку собі',
  notesHint: 'Її бачите лише ви, на всіх ваших пристроях.',
  channel: (name) => `Привітайтеся в ${name}`,
  channelHint: 'Там є всі.',
  browse: 'Огляньте канали',
  browseHint: 'І приєднайтеся до тих, що до вподоби.',
  invite: 'Запросіть людей',
  inviteHint: 'Скопіює посилання, за яким можна увійти.',
  inviteDone: 'Посилання скопійовано. Надішліть його, кому захочете.',
  inviteByHand: (link) => `Скопіюйте це посилання: ${link}`,
  install: 'Встановити як застосунок',
  installHint: 'З власним вікном і лічильником.',
  close: 'Зрозуміло',
};
