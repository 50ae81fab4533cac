import { fold, type User } from '@app/contracts';
import type { Completion } from '@app/web-ui';
import { writingTexts } from './writing-texts';
import { handleOf } from '../people/handle';

const MAX_OFFERED = 8;

/** Who can be called here. `isMany`: there is more than one to be called at once. */
export interface Callable {
  readonly people: readonly User[];
  readonly isMany: boolean;
}

/**
 * Whom `@query` may mean, the likeliest first: username or name begins with it, a later part of the
 * name does, it stands somewhere inside.
 */
export function peopleCompletions(
  query: string,
  { people, isMany }: Callable,
): readonly Completion[] {
  const wanted = fold(query);
  const ranked = people
    .map((person) => ({ person, rank: rankOf(person, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.person.name.localeCompare(b.person.name));
  const all = isMany ? everybody.filter(({ id }) => id.startsWith(wanted)) : [];
  return [...ranked.map(({ person }) => lineOf(person)), ...all].slice(0, MAX_OFFERED);
}

const everybody: readonly Completion[] = [
  {
    id: 'channel',
    text: '@channel ',
    label: '@channel',
    detail: writingTexts.everybody,
    glyph: '@',
  },
  { id: 'here', text: '@here ', label: '@here', detail: writingTexts.everybodyHere, glyph: '@' },
];

function rankOf({ name, username }: User, wanted: string): number {
  const [folded, short] = [fold(name), fold(username)];
  if (short.startsWith(wanted) || folded.startsWith(wanted)) return 3;
  if (folded.split(/\s+/).some((part) => part.startsWith(wanted))) return 2;
  return folded.includes(wanted) || short.includes(wanted) ? 1 : 0;
}

function lineOf({ id, name, username, status, avatar }: User): Completion {
  return {
    id,
    text: `@${username} `,
    label: name,
    detail: handleOf({ username }),
    person: { id, name, presence: status, avatar },
  };
}
