import { UserId } from '@app/contracts';
import { adapters, type Adapters } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { FileTotalsRepository } from './file-totals.repository.js';

describe('FileTotalsRepository', () => {
  let ports: Adapters;
  let totals: FileTotalsRepository;
  const now = new Date();

  beforeAll(async () => {
    ports = await adapters({ mongodbUri: freshDatabaseUri() });
    totals = new FileTotalsRepository(ports.database!);
    await ports.database!.open();
  });

  afterAll(async () => {
    await ports.database!.close();
    await ports.close();
  });

  it('adds what there is room for, and nothing else', async () => {
    const ada = UserId.parse('ada');
    expect(await totals.add(ada, 11, 10, now)).toBe(false);
    expect(await totals.add(ada, 6, 10, now)).toBe(true);
    expect(await totals.add(ada, 5, 10, now)).toBe(false);
    expect(await totals.add(ada, 4, 10, now)).toBe(true);
    expect(await totals.of(ada)).toBe(10);
  });

  it('refuses none of the first ones that come at once', async () => {
    const ben = UserId.parse('ben');
    const model = ports.database!.connection.model('file_totals');
    const updateOne = model.updateOne.bind(model);
    // Between the look of the database and its insert another one comes.
    model.updateOne = (async () => {
      model.updateOne = updateOne as never;
      await totals.add(ben, 1, 10, now);
      await model.create({ _id: ben, bytes: 2 });
    }) as never;
    expect(await totals.add(ben, 2, 10, now)).toBe(true);
    expect(await totals.of(ben)).toBe(3);
  });
});
