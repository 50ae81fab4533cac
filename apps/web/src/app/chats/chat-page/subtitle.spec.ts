import { aMember, anOpenChat, jonas, mira } from '../testing/builders';
import { subtitleOf } from './subtitle';

const here = { ...mira, status: 'online' as const };
const away = { ...jonas, status: 'offline' as const };

describe('subtitleOf', () => {
  it('says who is there, and what a chat is about', () => {
    const crew = anOpenChat({ memberCount: 3, topic: 'Rolling out 2.4' });
    expect(subtitleOf(crew, [aMember(here), aMember(away)], 'online')).toBe(
      '3 people · 1 online · Rolling out 2.4',
    );
    const [one, other] = [here, away].map((peer) => anOpenChat({ type: 'direct', peer }));
    expect([one, other].map((chat) => subtitleOf(chat!, [], 'online'))).toEqual([
      'Online',
      'Offline',
    ]);
  });

  it('says nothing of who is there while I am offline', () => {
    expect(subtitleOf(anOpenChat({ memberCount: 3 }), [aMember(away)], 'offline')).toBe('3 people');
    expect(subtitleOf(anOpenChat({ type: 'direct', peer: away }), [], 'offline')).toBe('');
  });
});
