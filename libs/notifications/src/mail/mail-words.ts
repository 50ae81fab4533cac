import type { SpokenLanguage } from '@app/contracts';

/** What a subject says: `by`: who has said it; `chat`: where; as far as they are shown. */
export interface SubjectParts {
  readonly isOne: boolean;
  readonly by?: string | undefined;
  readonly hasOthers: boolean;
  readonly chat: string;
}

/** Every word of a mail that is ours. */
export interface MailWords {
  /** Between a name, or what is to be done, and what follows. */
  readonly colon: string;
  readonly message: string;
  readonly file: string;
  readonly missedCall: string;
  readonly added: string;
  readonly more: string;
  readonly open: string;
  readonly why: string;
  readonly end: string;
  readonly endOf: (workspace: string) => string;
  readonly subject: (parts: SubjectParts) => string;
}

/** Words one after the other; empty ones fall away. */
const line = (...words: readonly string[]) => words.filter(Boolean).join(' ');

/** For languages that say it in this order: what, by whom, where. */
const subjectBy =
  (one: string, many: string, from: string, others: string, within: string) =>
  ({ isOne, by, hasOthers, chat }: SubjectParts) =>
    line(
      isOne ? one : many,
      by ? line(from, by, hasOthers ? others : '') : '',
      chat ? line(within, chat) : '',
    );

const en: MailWords = {
  colon: ': ',
  message: 'New message',
  file: 'Sent a file',
  missedCall: 'Missed call',
  added: 'Added you to this chat',
  more: '… and more',
  open: 'Open the chat',
  why: 'You get this mail since you have not read it for a while.',
  end: 'No more mails',
  endOf: (workspace) => `No more mails from ${workspace}`,
  subject: subjectBy('Unread message', 'Unread messages', 'from', 'and others', 'in'),
};

const de: MailWords = {
  colon: ': ',
  message: 'Neue Nachricht',
  file: 'Hat eine Datei gesendet',
  missedCall: 'Verpasster Anruf',
  added: 'Hat dich zu diesem Chat hinzugefügt',
  more: '… und mehr',
  open: 'Chat öffnen',
  why: 'Du bekommst diese E-Mail, weil du es seit einer Weile nicht gelesen hast.',
  end: 'Keine solchen E-Mails mehr',
  endOf: (workspace) => `Keine solchen E-Mails mehr von ${workspace}`,
  subject: subjectBy('Ungelesene Nachricht', 'Ungelesene Nachrichten', 'von', 'und anderen', 'in'),
};

const es: MailWords = {
  colon: ': ',
  message: 'Mensaje nuevo',
  file: 'Ha enviado un archivo',
  missedCall: 'Llamada perdida',
  added: 'Te ha añadido a este chat',
  more: '… y más',
  open: 'Abrir el chat',
  why: 'Recibes este correo porque llevas un rato sin leerlo.',
  end: 'No recibir más correos',
  endOf: (workspace) => `No recibir más correos de ${workspace}`,
  subject: subjectBy('Mensaje sin leer', 'Mensajes sin leer', 'de', 'y otros', 'en'),
};

const fr: MailWords = {
  colon: '\u202f: ',
  message: 'Nouveau message',
  file: 'A envoyé un fichier',
  missedCall: 'Appel manqué',
  added: 'Vous a ajouté à cette discussion',
  more: '… et plus',
  open: 'Ouvrir la discussion',
  why: 'Vous recevez cet e-mail car vous ne l’avez pas lu depuis un moment.',
  end: 'Ne plus recevoir d’e-mails',
  endOf: (workspace) => `Ne plus recevoir d’e-mails de ${workspace}`,
  subject: subjectBy('Message non lu', 'Messages non lus', 'de', 'et d’autres', 'dans'),
};

const uk: MailWords = {
  colon: ': ',
  message: 'Нове повідомлення',
  file: 'Надіслано файл',
  missedCall: 'Пропущений дзвінок',
  added: 'Вас додано до цього чату',
  more: '… та інше',
  open: 'Відкрити чат',
  why: 'Ви отримали цей лист, бо деякий час цього не читали.',
  end: 'Більше не надсилати',
  endOf: (workspace) => `Більше не надсилати листів від ${workspace}`,
  subject: subjectBy(
    'Непрочитане повідомлення',
    'Непрочитані повідомлення',
    'від',
    'та інших',
    'у чаті',
  ),
};

const ar: MailWords = {
  colon: ': ',
  message: 'رسالة جديدة',
  file: 'ملف مُرسَل',
  missedCall: 'مكالمة فائتة',
  added: 'تمت إضافتك إلى هذه المحادثة',
  more: '… والمزيد',
  open: 'افتح المحادثة',
  why: 'وصلتك هذه الرسالة لأنك لم تقرأ هذا منذ حين.',
  end: 'إيقاف هذه الرسائل',
  endOf: (workspace) => `إيقاف رسائل ${workspace}`,
  subject: subjectBy('رسالة غير مقروءة', 'رسائل غير مقروءة', 'من', 'وآخرين', 'في'),
};

const zh: MailWords = {
  colon: '：',
  message: '新消息',
  file: '发送了一个文件',
  missedCall: '未接来电',
  added: '将你加入了这个聊天',
  more: '……还有更多',
  open: '打开聊天',
  why: '你收到这封邮件，是因为有内容一段时间未读。',
  end: '不再接收邮件',
  endOf: (workspace) => `不再接收 ${workspace} 的邮件`,
  subject: ({ by, hasOthers, chat }) =>
    line(chat && `${chat} 中`, by ? `来自 ${by}${hasOthers ? ' 等人' : ''} 的` : '', '未读消息'),
};

export const mailWords: Readonly<Record<SpokenLanguage, MailWords>> = {
  en,
  de,
  es,
  fr,
  uk,
  ar,
  zh,
};
