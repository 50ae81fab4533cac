import { signal } from '@angular/core';
import { Completing } from './completing';
import type { Completer, Completion } from './completion';

const [ada, ann, mira] = ['ada', 'ann', 'mira'].map((id) => ({ id, text: `@${id} `, label: id }));

/** A completer whose answers a test gives when it likes, in the order of the keys. */
function aCompleting() {
  const asked: {
    readonly soFar: (items: readonly Completion[]) => void;
    readonly answer: (items: readonly Completion[]) => Promise<unknown>;
  }[] = [];
  const completer: Completer = (_asked, soFar) => {
    const { promise, resolve } = Promise.withResolvers<readonly Completion[]>();
    const answer = (items: readonly Completion[]) => {
      resolve(items);
      return looks[asked.findIndex((one) => one.soFar === soFar)]!;
    };
    asked.push({ soFar, answer });
    return promise;
  };
  const taken: string[] = [];
  const completing = new Completing(signal(completer), (_, { id }) => taken.push(id));
  const looks: Promise<void>[] = [];
  const look = (text: string) => {
    looks.push(completing.look(text, text.length));
    return asked.at(-1)!;
  };
  const offered = () => completing.items().map(({ id }) => id);
  return { completing, look, offered, taken };
}

describe('Completing', () => {
  it('shows what is known so far, and then the whole answer', async () => {
    const { look, offered } = aCompleting();
    const { soFar, answer } = look('@a');
    soFar([ada!]);
    expect(offered()).toEqual(['ada']);
    await answer([ada!, ann!]);
    expect(offered()).toEqual(['ada', 'ann']);
  });

  it('offers nothing of a former word as soon as nothing is known to fit', async () => {
    const { look, offered } = aCompleting();
    await look('@a').answer([ada!]);
    look('@am').soFar([]);
    expect(offered()).toEqual([]);
  });

  it('leaves the choice where it was when more comes', async () => {
    const { completing, look, taken } = aCompleting();
    const { soFar, answer } = look('@a');
    soFar([ada!, ann!]);
    completing.steer('ArrowDown');
    await answer([mira!, ada!, ann!]);
    completing.steer('Enter');
    expect(taken).toEqual(['ann']);
  });

  it('hears nothing more of a word that has gone on, or was declined', async () => {
    const { completing, look, offered } = aCompleting();
    const former = look('@a');
    await look('@m').answer([mira!]);
    former.soFar([ada!]);
    await former.answer([ada!]);
    expect(offered()).toEqual(['mira']);
    const { soFar } = look('@mi');
    soFar([mira!]);
    completing.steer('Escape');
    soFar([mira!]);
    expect(offered()).toEqual([]);
  });

  it('hides no mistake of who is asked', async () => {
    const completing = new Completing(
      signal(() => Promise.reject(new TypeError('a mistake'))),
      () => undefined,
    );
    await expect(completing.look('@a', 2)).rejects.toThrow('a mistake');
  });
});
