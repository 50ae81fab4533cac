import { Slots } from './slots.js';

describe('Slots', () => {
  it('lets so many in at once, and the others when one goes, in their order', async () => {
    const slots = new Slots(2, 10, 'things');
    const order: string[] = [];
    const enter = async (name: string) => {
      const release = await slots.take();
      order.push(name);
      return release;
    };
    const [first, second] = [await enter('a'), await enter('b')];
    const [third, fourth] = [enter('c'), enter('d')];
    expect(order).toEqual(['a', 'b']);

    second();
    const release = await third;
    expect(order).toEqual(['a', 'b', 'c']);
    first();
    (await fourth)();
    release();

    const again = [await enter('e'), await enter('f')];
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(again).toHaveLength(2);
  });

  it('refuses who would wait behind too many', async () => {
    const slots = new Slots(1, 1, 'things');
    const release = await slots.take();
    const second = slots.take();
    await expect(slots.take()).rejects.toMatchObject({
      code: 'service_unavailable',
      params: { service: 'things' },
    });
    release();
    (await second)();
    await expect(slots.take()).resolves.toBeInstanceOf(Function);
  });
});
