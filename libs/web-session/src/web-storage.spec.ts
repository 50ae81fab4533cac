import { deviceStorage, tabStorage } from './web-storage';

const areas = [
  ['device', deviceStorage, 'localStorage'],
  ['tab', tabStorage, 'sessionStorage'],
] as const;

describe.each(areas)('the storage of the %s', (_name, storage, area) => {
  beforeEach(() => globalThis[area].clear());
  afterEach(() => jest.restoreAllMocks());

  it('keeps a text until it is taken away', () => {
    storage.write('key', 'text');
    expect([storage.read('key'), globalThis[area].getItem('key')]).toEqual(['text', 'text']);
    storage.write('key', null);
    expect([storage.read('key'), globalThis[area].length]).toEqual([null, 0]);
  });

  it('keeps nothing where it is turned off, and says so to who asks', () => {
    const off = new DOMException('', 'SecurityError');
    jest.spyOn(globalThis, area, 'get').mockImplementation(() => {
      throw off;
    });
    const refused = jest.fn();
    storage.write('key', 'text');
    storage.write('key', 'text', refused);
    storage.write('key', null, refused);
    expect(refused.mock.calls).toEqual([[off], [off]]);
    expect(storage.read('key')).toBeUndefined();
  });

  it('stays as it is where it is full', () => {
    storage.write('key', 'before');
    const full = new DOMException('', 'QuotaExceededError');
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw full;
    });
    const refused = jest.fn();
    storage.write('key', 'text');
    storage.write('key', 'text', refused);
    expect([refused.mock.calls, storage.read('key')]).toEqual([[[full]], 'before']);
  });
});
