import { FileId, ImportId, UserId } from '@app/contracts';
import { adapters, UlidGenerator, type Adapters } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { ImportsRepository } from './imports.repository.js';
import type { OrderedImport } from './kept-import.js';

const now = '2026-03-02T12:00:00.000Z';

describe('ImportsRepository', () => {
  const ids = new UlidGenerator();
  let ports: Adapters;
  let imports: ImportsRepository;

  beforeEach(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    imports = new ImportsRepository(ports.database!);
    await ports.database!.open();
  });

  afterEach(async () => {
    await ports.database!.close();
    await ports.close();
  });

  const drawn = (): OrderedImport => ({
    id: ImportId.parse(ids.next()),
    source: 'slack',
    isTrial: false,
    fileId: FileId.parse('file'),
    fileName: 'export.zip',
    createdBy: UserId.parse('olga'),
    createdAt: now,
  });
  const stopped = { state: 'stopped', endedAt: now } as const;

  it('takes one while none is pending, and keeps nothing of another', async () => {
    const [one, other] = [drawn(), drawn()];
    expect(await imports.insert(one)).toBe(true);
    expect(await imports.insert(other)).toBe(false);
    expect(await imports.pending()).toEqual(one);
    expect((await imports.all()).map(({ id }) => id)).toEqual([one.id]);
    expect(await imports.end(one.id, stopped)).toBe(true);
    expect(await imports.end(one.id, stopped)).toBe(false);
    expect(await imports.insert(other)).toBe(true);
  });

  it.each(['imports', 'import_claims'])(
    'keeps a claim when others look for what is left before %s are written',
    async (name) => {
      const model = ports.database!.connection.model(name);
      const create = model.create.bind(model);
      model.create = (async (...of: Parameters<typeof create>) => {
        await imports.tidyClaim();
        return create(...of);
      }) as never;
      const one = drawn();
      expect(await imports.insert(one)).toBe(true);
      await imports.tidyClaim();
      expect(await imports.pending()).toMatchObject({ id: one.id });
    },
  );

  it('takes the next one when a process died between the end of one and its claim', async () => {
    const one = drawn();
    await imports.insert(one);
    await imports.end(one.id, stopped);
    const claims = ports.database!.connection.collection('import_claims');
    await claims.insertOne({ _id: 'import' as never, importId: one.id });
    expect(await imports.pending()).toBeUndefined();
    await imports.tidyClaim();
    expect(await imports.insert(drawn())).toBe(true);
  });
});
