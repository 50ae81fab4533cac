import type { Message, MessageFile } from '@app/contracts';
import { FileId } from '@app/contracts';
import { saidInShort } from './said-in-short';
import { aMessage } from './testing/builders';

const file = (about: Partial<MessageFile>): MessageFile => ({
  id: FileId.parse('f1'),
  name: 'notes.pdf',
  mime: 'application/pdf',
  size: 1,
  ...about,
});

describe('saidInShort', () => {
  it.each<[string, Partial<Message>, string]>([
    ['its words', { text: 'on *my* way' }, 'on my way'],
    ['its words beside a file', { text: 'look', files: [file({})] }, 'look'],
    ['the name of a file', { text: '', files: [file({})] }, 'notes.pdf'],
    ['a picture', { text: '', files: [file({ mime: 'image/png' })] }, 'Picture'],
    [
      'a film and how long it is',
      { text: '', files: [file({ mime: 'video/mp4', durationMs: 61_000 })] },
      'Video · 1:01',
    ],
    [
      'a voice and how long it is',
      { kind: 'voice', text: '', files: [file({ mime: 'audio/webm', durationMs: 42_000 })] },
      'Voice message · 0:42',
    ],
    [
      'a voice',
      { kind: 'voice', text: '', files: [file({ mime: 'audio/webm' })] },
      'Voice message',
    ],
    ['that it was deleted', { text: '', deletedAt: 'x' }, 'This message was deleted'],
  ])('says %s', (_, about, words) =>
    expect(saidInShort(aMessage({ seq: 1, ...about }))).toBe(words),
  );
});
