import { fileKindOf } from './message-file.js';

describe('fileKindOf', () => {
  it.each([
    ['image/webp', 'visual'],
    ['video/mp4', 'visual'],
    ['image/svg+xml', 'document'],
    ['application/pdf', 'document'],
    ['text/html', 'document'],
    ['application/vnd.ms-excel', 'document'],
    ['audio/mpeg', 'sound'],
    ['application/zip', 'other'],
    ['application/x-7z-compressed', 'other'],
  ])('takes %s for %s', (mime, kind) => expect(fileKindOf({ mime }, 'file')).toBe(kind));

  it('takes what was said for a sound, whatever a recorder calls it', () =>
    expect(fileKindOf({ mime: 'video/webm' }, 'voice')).toBe('sound'));
});
