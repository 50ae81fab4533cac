import { FileId, ImportId, UserId } from '@app/contracts';
import type { ReadPermit } from '../read-permit.js';
import { ImportRunner, ImportStopped } from './import-runner.js';
import type { OrderedImport } from './kept-import.js';

const ordered: OrderedImport = {
  id: ImportId.parse('0'.repeat(26)),
  source: 'slack',
  isTrial: true,
  fileId: FileId.parse('file'),
  fileName: 'export.zip',
  createdBy: UserId.parse('olga'),
  createdAt: '2026-01-02T03:04:05.678Z',
};

describe('ImportRunner', () => {
  /** Of a source in which there is much to read, and nothing that was said. */
  const run = (pending: OrderedImport | undefined, signal: AbortSignal) => {
    const folder = { with: (_: unknown, __: unknown, permit: ReadPermit) => permit.use(1_000_000) };
    const imports = { pending: () => Promise.resolve(pending) };
    const accounts = { directory: () => Promise.resolve(undefined) };
    const parts = [folder, imports, accounts, {}, {}, {}] as unknown;
    const runner = new ImportRunner(...(parts as ConstructorParameters<typeof ImportRunner>));
    return runner.run(ordered, signal);
  };

  it('reads on while its import is under way', async () => {
    await expect(run(ordered, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('reads no further for one that was stopped, though nothing came of it', async () => {
    const untold = new AbortController().signal;
    const another = { ...ordered, id: ImportId.parse('1'.repeat(26)) };
    await expect(run(undefined, untold)).rejects.toBeInstanceOf(ImportStopped);
    await expect(run(another, untold)).rejects.toBeInstanceOf(ImportStopped);
  });

  it('reads no further when the process ends', async () => {
    await expect(run(ordered, AbortSignal.abort())).rejects.toBeInstanceOf(ImportStopped);
  });
});
