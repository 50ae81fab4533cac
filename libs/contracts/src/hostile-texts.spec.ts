import { CreateChat } from './chats.contract.js';
import { hostileTexts } from './testing/hostile-texts.js';
import { Username, UserPatch } from './users.contract.js';

const names = hostileTexts.map((text) => text.replace(/\s+/g, ' ').slice(0, 80).trim());
const channel = (change: object) =>
  CreateChat.safeParse({ type: 'channel', slug: 'hostile', name: 'x', ...change });

describe('hostile texts', () => {
  it('are no address of a channel, and no username', () => {
    for (const text of hostileTexts) {
      expect([text, channel({ slug: text.slice(0, 64) }).success]).toEqual([text, false]);
      expect([text, Username.safeParse(text.slice(0, 32)).success]).toEqual([text, false]);
    }
  });

  it('are taken letter by letter for a name and a topic, unless they turn others around', () => {
    const taken = names.filter((name) => {
      const [chat, person] = [channel({ name, topic: name }), UserPatch.safeParse({ name })];
      expect([name, chat.success]).toEqual([name, person.success]);
      if (chat.success) expect(chat.data).toMatchObject({ name, topic: name });
      if (person.success) expect(person.data).toEqual({ name });
      return chat.success;
    });
    expect(taken.length).toBeGreaterThanOrEqual(120);
    const refused = names.filter((name) => !taken.includes(name));
    expect(refused.length).toBeGreaterThan(0);
    for (const name of refused) expect(name).toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});
