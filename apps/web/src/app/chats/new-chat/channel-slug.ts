import { fold } from '@app/contracts';

const MAX_SLUG = 64;

/** The address that a channel's name suggests: "Größere Pläne!" is `grossere-plane`. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, MAX_SLUG)
    .replace(/-$/, '');
}

export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(text);
}
