import { FileId, type ChatId, type ClientMsgId, type MessageId, type UserId } from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { createHash } from 'node:crypto';
import { contentDigest, messageIdOf } from './message-id.js';

const id = (chat: string, user: string, client: string) =>
  messageIdOf(chat as ChatId, user as UserId, client as ClientMsgId);

describe('messageIdOf', () => {
  it('has ULID syntax and depends on nothing but its three parts', () => {
    expect(id('c', 'u', 'm')).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(id('c', 'u', 'm')).toBe(id('c', 'u', 'm'));
    expect(
      new Set([id('c', 'u', 'm'), id('cu', '', 'm'), id('c', 'um', ''), id('c', 'v', 'm')]).size,
    ).toBe(4);
  });

  it('keeps all 128 bits of the hash', () => {
    // sha1('c\0u\0m\0') begins with these 16 bytes, written here in base 32.
    const bits = id('c', 'u', 'm')
      .split('')
      .reduce(
        (sum, char) => sum * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(char)),
        0n,
      );
    const hex = createHash('sha1').update('c\0u\0m\0').digest('hex').slice(0, 32);
    expect(bits.toString(16).padStart(32, '0')).toBe(hex);
  });
});

const file = (name: string) => aMessageFile({ id: FileId.parse(name) });

describe('contentDigest', () => {
  it('tells contents apart by kind, text, reply and system event', () => {
    const text = { kind: 'text', text: 'a' } as const;
    const contents = [
      text,
      { ...text, text: 'b' },
      { ...text, kind: 'file' } as const,
      { ...text, replyTo: 'm1' as MessageId },
      { ...text, system: { type: 'member_joined' } } as const,
      { ...text, system: { type: 'member_left' } } as const,
      { ...text, files: [file('f1')] },
      { ...text, files: [file('f1'), file('f2')] },
      { ...text, files: [file('f2'), file('f1')] },
    ];
    expect(new Set(contents.map(contentDigest)).size).toBe(contents.length);
  });

  it('counts of files their ids, and nothing that may be known later', () => {
    const sent = { kind: 'file', text: '' } as const;
    const [early, late] = [[file('f1')], [{ ...file('f1'), width: 640, height: 480 }]];
    expect(contentDigest({ ...sent, files: early })).toBe(contentDigest({ ...sent, files: late }));
  });

  it('is the same for the same content', () => {
    expect(contentDigest({ kind: 'text', text: 'a' })).toBe(
      contentDigest({ kind: 'text', text: 'a', replyTo: undefined }),
    );
  });
});
