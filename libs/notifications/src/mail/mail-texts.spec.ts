import { hostileTexts } from '@app/contracts/testing';
import { mailTextOf, type Digest } from './mail-texts.js';

const digest = (about: Partial<Digest> = {}): Digest => ({
  language: 'en',
  workspace: 'Parley',
  chat: '',
  lines: [{ cause: 'message', from: 'Ann', text: 'Hello' }],
  hasMore: false,
  chatUrl: 'https://chat.example.com/c/c1',
  unsubscribeUrl: 'https://chat.example.com/api/notifications/unsubscribe?token=t',
  ...about,
});

/** Markup that we write ourselves. */
const tags = ['!doctype html', 'html lang="en"', 'html', 'body', 'p', 'strong', 'small', 'br', 'a'];
const link = 'a href="https:[^"<>]+"';
const ours = new RegExp(`</?(?:${[...tags, link].join('|')})>`, 'g');

describe('mailTextOf', () => {
  it('says who said what, and where to go, in both forms', () => {
    const { subject, text, html } = mailTextOf(digest());
    expect(subject).toBe('Unread message from Ann (Parley)');
    for (const words of ['Hello', 'Ann', 'https://chat.example.com/c/c1', 'unsubscribe?token=t'])
      for (const form of [text, html]) expect(form).toContain(words);
  });

  it.each([
    [{ chat: 'Crew' }, 'Unread message from Ann in Crew (Parley)'],
    [{ hasMore: true }, 'Unread messages from Ann (Parley)'],
    [{ lines: [{ cause: 'message' }] }, 'Unread message (Parley)'],
    [
      {
        lines: [
          { cause: 'message', from: 'Ann', text: '1' },
          { cause: 'mention', from: 'Bob', text: '2' },
        ],
      },
      'Unread messages from Ann and others (Parley)',
    ],
  ] as const)('has a subject for %j', (about, subject) => {
    expect(mailTextOf(digest(about)).subject).toBe(subject);
  });

  it.each([
    [{ cause: 'missed_call', from: 'Ann', text: '' }, 'Ann: Missed call'],
    [{ cause: 'added', from: 'Ann', text: '' }, 'Ann: Added you to this chat'],
    [{ cause: 'message', from: 'Ann', text: '' }, 'Ann: Sent a file'],
    [{ cause: 'message', from: 'Ann' }, 'Ann: New message'],
    [{ cause: 'message' }, 'New message'],
  ] as const)('has words for %j', (line, words) => {
    expect(mailTextOf(digest({ lines: [line] })).text.split('\n\n')[0]).toBe(words);
  });

  it('says that there is more, and no more than the beginning of a long message', () => {
    const lines = [{ cause: 'message', from: 'Ann', text: 'a'.repeat(8000) }] as const;
    const { text, html } = mailTextOf(digest({ lines, hasMore: true }));
    for (const form of [text, html]) {
      expect(form).toContain('… and more');
      expect(form).toContain(`${'a'.repeat(499)}…`);
      expect(form).not.toContain('a'.repeat(500));
    }
  });

  it.each(hostileTexts.map((words) => [words]))('makes no markup and no header of %j', (words) => {
    const lines = [{ cause: 'message', from: words, text: words }] as const;
    const { subject, html } = mailTextOf(digest({ lines, chat: words, workspace: words }));
    expect(html.replaceAll(ours, '')).not.toMatch(/[<>"']/);
    expect(subject).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['de', 'Ungelesene Nachrichten von Ann und anderen in Crew (Parley)', 'Chat öffnen: https'],
    ['es', 'Mensajes sin leer de Ann y otros en Crew (Parley)', 'Abrir el chat: https'],
    ['fr', 'Messages non lus de Ann et d’autres dans Crew (Parley)', 'discussion\u202f: https'],
    ['uk', 'Непрочитані повідомлення від Ann та інших у чаті Crew (Parley)', 'чат: https'],
    ['ar', 'رسائل غير مقروءة من Ann وآخرين في Crew (Parley)', 'افتح المحادثة: https'],
    ['zh', 'Crew 中 来自 Ann 等人 的 未读消息 (Parley)', '打开聊天：https'],
  ] as const)('speaks %s', (language, subject, words) => {
    const lines = ['Ann', 'Bob'].map((from) => ({ cause: 'message', from, text: from }) as const);
    const mail = mailTextOf(digest({ language, lines, chat: 'Crew', hasMore: true }));
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(words);
    expect(mail.html).toContain(
      `<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>`,
    );
    // Nothing of it is in English.
    const english = mailTextOf(digest({ lines, hasMore: true })).text.split(/\n+/);
    const ours = english.filter((line) => !/^(?:Ann|Bob): |^--$/.test(line));
    for (const line of ours) expect(mail.text).not.toContain(line.split(':')[0]);
  });

  it('keeps a subject in one line', () => {
    const from = 'Eve\r\nBcc: all@example.com\n\u2028X: y\u0000';
    const { subject } = mailTextOf(digest({ lines: [{ cause: 'message', from, text: '' }] }));
    expect(subject).toBe('Unread message from Eve Bcc: all@example.com X: y (Parley)');
  });
});
