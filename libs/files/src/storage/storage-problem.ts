import { Problem, problem } from '@app/contracts';

/** What a disk says that takes no more: no room, a quota, a limit of the process. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** What a disk says that does not work. */
const broken = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE', 'ESTALE']);

/** The error of a file system as a problem where the caller can act on it; else as it is. */
export function storageProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (full.has(code)) return problem('storage_full');
  if (broken.has(code)) return problem('service_unavailable', { service: 'storage' });
  return error;
}

export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
