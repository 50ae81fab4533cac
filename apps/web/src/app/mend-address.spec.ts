import { mendAddress } from './mend-address';

const replaced = (address: string): unknown[] => {
  const { pathname, search, hash } = new URL(address, 'http://parley.test');
  const to: unknown[] = [];
  mendAddress({
    location: { pathname, search, hash } as Location,
    history: { replaceState: (...[, , url]: unknown[]) => to.push(url) } as unknown as History,
  });
  return to;
};

describe('mendAddress', () => {
  it.each(['/c/%E0%A4%A', '/?q=%', '/#%zz'])('leads from %s to the chats', (address) => {
    expect(replaced(address)).toEqual(['/']);
  });

  it.each(['/', '/c/01J?at=5', '/c/%C3%A4#message'])('leaves %s alone', (address) => {
    expect(replaced(address)).toEqual([]);
  });
});
