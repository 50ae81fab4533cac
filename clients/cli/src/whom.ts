import { itemsOf, type Api } from '@parley/client';
import { Failure } from './failures.js';

/**
 * The id of a chat by what a person calls it: its id, `#slug` of a channel that one is in, or
 * `@username`, which begins a conversation if there is none.
 */
export async function chatIdOf(api: Api, name: string): Promise<string> {
  if (name.startsWith('@')) {
    const memberIds = [await userIdOf(api, name)];
    return (await api.chats.create({ body: { type: 'direct', memberIds } })).id;
  }
  if (!name.startsWith('#')) return name;
  for await (const { slug, id } of itemsOf((query) => api.chats.list({ query })))
    if (slug === name.slice(1)) return id;
  throw new Failure(`You are in no channel ${name}`);
}

/** The id of a person: their id, or `@username`. */
export async function userIdOf(api: Api, name: string): Promise<string> {
  if (!name.startsWith('@')) return name;
  const q = name.slice(1);
  return idAmong(
    itemsOf((page) => api.users.search({ query: { ...page, q } })),
    name,
  );
}

/** As `userIdOf`, among all accounts, also those that are suspended; for administrators. */
export async function accountIdOf(api: Api, name: string): Promise<string> {
  if (!name.startsWith('@')) return name;
  const q = name.slice(1);
  return idAmong(
    itemsOf((page) => api.adminUsers.list({ query: { ...page, q } })),
    name,
  );
}

/** As `userIdOf`, among those whom one has blocked: nobody finds them any more. */
export async function blockedIdOf(api: Api, name: string): Promise<string> {
  if (!name.startsWith('@')) return name;
  return idAmong((await api.users.blocked()).items, name);
}

interface Named {
  readonly id: string;
  readonly username: string;
}

async function idAmong(
  people: AsyncIterable<Named> | Iterable<Named>,
  name: string,
): Promise<string> {
  const wanted = name.slice(1).toLowerCase();
  for await (const { id, username } of people) if (username.toLowerCase() === wanted) return id;
  throw new Failure(`There is nobody called ${name}`);
}
