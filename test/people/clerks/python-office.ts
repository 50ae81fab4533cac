import { PythonScript } from '../../processes/python-program.js';
import { accountOf, Refusal, type Clerk, type OpenOffice } from './clerk.js';

interface Answer {
  readonly done?: unknown;
  readonly problem?: string;
}

/** Those who write Python: one program for all, `office.py`, which is told who does what. */
export const pythonOffice: OpenOffice = async (url) => {
  const script = await PythonScript.start('people/clerks/office.py', { PARLEY_URL: url });
  const ask = async (who: string, what: string, ...given: readonly unknown[]) => {
    script.tell([who, what, ...given]);
    const [answer] = await script.says<Answer>(() => true);
    if (answer!.problem !== undefined) throw new Refusal(answer!.problem);
    return answer!.done;
  };
  // It speaks the names of Python; of everything else a clerk has the arguments.
  const clerk = (who: string) =>
    new Proxy({} as Clerk, {
      get: (_, name: string) =>
        // Awaited by itself, it is no promise.
        name === 'then'
          ? undefined
          : (...given: readonly unknown[]) =>
              ask(
                who,
                name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
                ...given,
              ),
    });
  return {
    newcomer: async (username) => {
      await ask(username, 'register', accountOf(username));
      return clerk(username);
    },
    program: async (token) => {
      await ask(token, 'use_token', token);
      return clerk(token);
    },
    close: () => script.stop(),
  };
};
