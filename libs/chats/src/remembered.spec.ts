import { Remembered } from './remembered.js';

/** Answers that come when the test says so. */
class Source {
  readonly asked: string[] = [];
  readonly #waiting: ((value: string) => void)[] = [];

  look = (key: string): Promise<string> => {
    this.asked.push(key);
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  answer(value: string): void {
    this.#waiting.shift()!(value);
  }
}

describe('Remembered', () => {
  it('asks once for those who ask at the same time', async () => {
    const source = new Source();
    const answers = new Remembered(10, source.look);
    const both = Promise.all([answers.get('a'), answers.get('a')]);
    source.answer('one');
    expect(await both).toEqual(['one', 'one']);
    expect(await answers.get('a')).toBe('one');
    expect(source.asked).toEqual(['a']);
  });

  it('does not keep an answer that was forgotten while it was under way', async () => {
    const source = new Source();
    const answers = new Remembered(10, source.look);
    const early = answers.get('a');
    answers.forget('a');
    const late = answers.get('a');
    source.answer('old');
    source.answer('new');
    expect([await early, await late]).toEqual(['old', 'new']);
    expect(await answers.get('a')).toBe('new');
    expect(source.asked).toEqual(['a', 'a']);
  });

  it('asks anew for everything when all is forgotten', async () => {
    const source = new Source();
    const answers = new Remembered(10, source.look);
    const early = answers.get('a');
    answers.forgetAll();
    const late = answers.get('a');
    source.answer('old');
    source.answer('new');
    expect([await early, await late, await answers.get('a')]).toEqual(['old', 'new', 'new']);
  });

  it('drops the longest unused beyond its limit', async () => {
    const asked: string[] = [];
    const answers = new Remembered(2, (key: string) => {
      asked.push(key);
      return Promise.resolve(key);
    });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await answers.get(key);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('asks again after a failure, and for what is not to be kept', async () => {
    let tries = 0;
    const answers = new Remembered(
      2,
      () => (++tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(tries)),
      (value) => value > 2,
    );
    await expect(answers.get('a')).rejects.toThrow('away');
    expect([await answers.get('a'), await answers.get('a'), await answers.get('a')]).toEqual([
      2, 3, 3,
    ]);
  });
});
