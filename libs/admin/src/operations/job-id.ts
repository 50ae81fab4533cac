import { problem, type JobId } from '@app/contracts';
import type { JobKind } from '@app/platform';

/** What names a job, in its queue. */
export interface JobName {
  readonly kind: JobKind['name'];
  readonly key: string;
}

/** As a path takes it, whatever is in the key. */
export const jobIdOf = ({ kind, key }: { readonly kind: string; readonly key: string }): JobId =>
  Buffer.from(JSON.stringify([kind, key])).toString('base64url');

/** Throws `not_found` for an id that names no job. */
export function jobNamedBy(id: JobId): JobName {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(id, 'base64url').toString());
  } catch {
    // Not JSON: somebody made it up.
    throw problem('not_found');
  }
  const [kind, key] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const isName = typeof kind === 'string' && /^[a-z][\w-]*(\.[\w-]+)+$/i.test(kind);
  if (!isName || typeof key !== 'string') throw problem('not_found');
  return { kind: kind as JobName['kind'], key };
}
