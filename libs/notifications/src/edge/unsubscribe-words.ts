import type { SpokenLanguage } from '@app/contracts';

/** Every word of the page behind the link that ends mails. */
export interface UnsubscribeWords {
  readonly ask: string;
  readonly effect: string;
  readonly button: string;
  readonly ended: string;
  readonly wayBack: string;
}

export const unsubscribeWords: Readonly<Record<SpokenLanguage, UnsubscribeWords>> = {
  en: {
    ask: 'End these mails?',
    effect: 'You will get no more mails about what you have not read.',
    button: 'End them',
    ended: 'These mails have ended',
    wayBack: 'You can have them again: in the settings, under notifications.',
  },
  de: {
    ask: 'Diese E-Mails beenden?',
    effect: 'Du bekommst keine E-Mails mehr über das, was du nicht gelesen hast.',
    button: 'Beenden',
    ended: 'Diese E-Mails sind beendet',
    wayBack: 'Du kannst sie wieder bekommen: in den Einstellungen, unter Benachrichtigungen.',
  },
  es: {
    ask: '¿Dejar de recibir estos correos?',
    effect: 'No recibirás más correos sobre lo que no hayas leído.',
    button: 'Dejar de recibirlos',
    ended: 'Ya no recibirás estos correos',
    wayBack: 'Puedes volver a recibirlos: en los ajustes, en notificaciones.',
  },
  fr: {
    ask: 'Ne plus recevoir ces e-mails\u202f?',
    effect: 'Vous ne recevrez plus d’e-mails sur ce que vous n’avez pas lu.',
    button: 'Ne plus les recevoir',
    ended: 'Vous ne recevrez plus ces e-mails',
    wayBack: 'Vous pouvez les recevoir à nouveau\u202f: dans les réglages, sous notifications.',
  },
  uk: {
    ask: 'Припинити ці листи?',
    effect: 'Ви більше не отримуватимете листів про те, чого не прочитали.',
    button: 'Припинити',
    ended: 'Ці листи припинено',
    wayBack: 'Їх можна отримувати знову: у налаштуваннях, у розділі сповіщень.',
  },
  ar: {
    ask: 'هل تريد إيقاف هذه الرسائل؟',
    effect: 'لن تصلك بعد الآن رسائل عمّا لم تقرأه.',
    button: 'إيقافها',
    ended: 'تم إيقاف هذه الرسائل',
    wayBack: 'يمكنك تلقّيها من جديد: من الإعدادات، ضمن الإشعارات.',
  },
  zh: {
    ask: '不再接收这些邮件？',
    effect: '你将不再收到关于未读内容的邮件。',
    button: '不再接收',
    ended: '已停止发送这些邮件',
    wayBack: '你可以在设置的通知中重新开启。',
  },
};
