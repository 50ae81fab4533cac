import { hurryFirstPage } from './first-page';

describe('hurryFirstPage', () => {
  async function askedFor(path: string, answer = Promise.resolve()): Promise<readonly string[]> {
    const asked: string[] = [];
    const part = (name: string) => () => {
      asked.push(name);
      return answer;
    };
    hurryFirstPage(path, { list: part('list'), chat: part('chat') });
    await Promise.allSettled([answer]);
    return asked;
  }

  it.each([
    ['/', ['list']],
    ['/c/01J', ['list', 'chat']],
    ['/c/01J/7', ['list', 'chat']],
    ['/sign-in', []],
    ['/settings/profile', []],
  ])('asks at %s for all that is shown there', async (path, parts) => {
    expect(await askedFor(path)).toEqual(parts);
  });

  it('leaves what does not come to the router', async () => {
    const lost = Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    expect(await askedFor('/', lost)).toEqual(['list']);
  });
});
