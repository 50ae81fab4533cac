import { aUser } from '../testing/builders';
import { peopleCompletions } from './people-completions';

const people = [
  aUser({ id: '1', name: 'Mira Okafor' }),
  aUser({ id: '2', name: 'Jonas Mirow' }),
  aUser({ id: '3', name: 'Élodie Samira' }),
  aUser({ id: '4', name: 'Ada', username: 'countess' }),
];
const offered = (query: string, isMany = false) =>
  peopleCompletions(query, { people, isMany }).map(({ text }) => text.trim());

describe('peopleCompletions', () => {
  it.each([
    ['mir', ['@mira', '@jonas', '@élodie']],
    ['ELO', ['@élodie']],
    ['count', ['@countess']],
    ['ada', ['@countess']],
    ['zzz', []],
  ])('@%s offers %j', (query, names) => expect(offered(query)).toEqual(names));

  it('offers all people to a lone @, and everybody at once where there are many', () => {
    expect(offered('', true)).toEqual([
      '@countess',
      '@élodie',
      '@jonas',
      '@mira',
      '@channel',
      '@here',
    ]);
    expect(offered('', false)).not.toContain('@here');
  });

  it('offers no more than one can see', () => {
    const many = Array.from({ length: 50 }, (_, i) => aUser({ id: String(i), name: `P ${i}` }));
    expect(peopleCompletions('p', { people: many, isMany: true })).toHaveLength(8);
  });
});
