import { ReadPermit } from './read-permit.js';

describe('ReadPermit', () => {
  it('is asked for again after a thousand steps, and passes on what it hears', async () => {
    let asked = 0;
    const permit = new ReadPermit(() => {
      asked++;
      return asked > 1 ? Promise.reject(new Error('stopped')) : Promise.resolve();
    });
    for (let step = 0; step < 999; step++) await permit.use(1);
    expect(asked).toBe(0);
    await permit.use(1);
    expect(asked).toBe(1);
    await permit.use(999);
    await expect(permit.use(1)).rejects.toThrow('stopped');
  });
});
