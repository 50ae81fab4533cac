import type { ChatTraits } from '@app/contracts';
import type { SourceChat } from '../source/import-source.js';
import { nameFrom } from './accounts-here.js';

const mostOfTopic = 250;
const mostOfSlug = 56;

/** What a chat is here. `slug`: of a channel; `names`: of the people of one without a name. */
export function traitsOf(
  chat: SourceChat,
  { slug, names }: { readonly slug: string | undefined; readonly names: readonly string[] },
): ChatTraits {
  const topic = chat.topic.toWellFormed().replaceAll('\0', '').normalize('NFC').trim();
  return {
    name: nameFrom(chat.name ?? names.join(', ')),
    topic: topic.slice(0, mostOfTopic).toWellFormed().trim(),
    ...(slug !== undefined && { slug }),
    visibility: chat.visibility,
    postPolicy: 'everyone',
    historyVisibility: 'all',
    isArchived: chat.isArchived,
  };
}

/** The slug of elsewhere, and what is tried when that is taken. */
export function slugFrom(wanted: string, n: number): string {
  const plain = wanted
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, mostOfSlug)
    .replaceAll(/^-+|-+$/g, '');
  const slug = plain === '' ? 'imported' : plain;
  return n === 1 ? slug : `${slug}-${n}`;
}
