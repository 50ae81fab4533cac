import type { FileLink } from '@app/contracts';

type Known = FileLink | null | undefined;

/** There is a picture of it, or may be one yet; a film may have none. */
export function isDrawn(link: Known, isFilm: boolean): boolean {
  return link !== null && link?.preview !== 'failed' && !(isFilm && link?.preview === 'none');
}

/** What stands in its room until the picture comes, as a background; null: nothing. */
export function blurOf(link: Known): string | null {
  const blur = link?.details?.blur;
  return blur ? `url("data:image/webp;base64,${blur}")` : null;
}

/** A page of it, or the beginning of its text, can be shown large. */
export function hasExcerpt(link: Known): boolean {
  return (link?.previews.length ?? 0) > 0 || link?.details?.hasSnippet === true;
}
