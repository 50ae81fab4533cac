import { SendMessage } from './messages.contract.js';

describe('SendMessage', () => {
  const parse = (about: object) => SendMessage.safeParse({ chatId: 'c1', ...about });

  it.each([
    ['words', { text: 'hello' }],
    ['a file', { fileIds: ['f1'] }],
    ['a file beside what nobody sees', { text: '\u200b', fileIds: ['f1'] }],
    ['files and words', { text: 'look', fileIds: ['f1', 'f2'] }],
    ['a voice', { fileIds: ['f1'], isVoice: true }],
  ])('takes %s', (_, about) => {
    expect(parse(about).success).toBe(true);
  });

  it('has an empty text when none is given', () => {
    expect(SendMessage.parse({ chatId: 'c1', fileIds: ['f1'] }).text).toBe('');
  });

  it.each([
    ['nothing', {}, 'text'],
    ['blanks', { text: ' ' }, 'text'],
    ['what nobody sees', { text: '\u200b' }, 'text'],
    ['no file', { fileIds: [] }, 'fileIds'],
    ['a file twice', { fileIds: ['f1', 'f1'] }, 'fileIds'],
    ['21 files', { fileIds: Array.from({ length: 21 }, (_, n) => `f${n}`) }, 'fileIds'],
    ['a voice without a file', { text: 'hello', isVoice: true }, 'isVoice'],
    ['a voice with words', { text: 'hello', fileIds: ['f1'], isVoice: true }, 'isVoice'],
    ['two voices', { fileIds: ['f1', 'f2'], isVoice: true }, 'isVoice'],
  ])('refuses %s, and says where', (_, about, path) => {
    expect(parse(about).error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });
});
