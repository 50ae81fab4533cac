import { chatFilesOf } from './chat-files-of.js';
import { aMessage, aMessageFile } from './testing/index.js';

describe('chatFilesOf', () => {
  const paper = aMessageFile({ name: 'notes.pdf', mime: 'application/pdf' });

  it('has each file of a message in its order, with where it is', () => {
    const files = [aMessageFile(), paper];
    const { id: messageId, seq, senderId, createdAt, ...message } = aMessage({ seq: 7, files });
    const where = { messageId, seq, senderId, createdAt };
    expect(chatFilesOf({ ...message, ...where, id: messageId })).toStrictEqual([
      { file: files[0], kind: 'visual', ...where },
      { file: paper, kind: 'document', ...where },
    ]);
  });

  it('says of a voice that somebody has said it', () => {
    const said = aMessageFile({ name: 'voice.webm', mime: 'video/webm' });
    const [found] = chatFilesOf(aMessage({ seq: 1, kind: 'voice', files: [said] }));
    expect([found?.kind, found?.isVoice]).toEqual(['sound', true]);
  });

  it('has none of a message without files', () => {
    expect(chatFilesOf(aMessage({ seq: 1 }))).toEqual([]);
  });
});
