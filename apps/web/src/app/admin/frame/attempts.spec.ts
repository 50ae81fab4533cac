import { ConnectionLost } from '@app/web-session';
import { Attempts } from './attempts';

describe('Attempts', () => {
  it('says that one goes on, and forgets what went wrong before', async () => {
    const attempts = new Attempts();
    await attempts.run(() => Promise.reject(new ConnectionLost()));
    expect(attempts.problem()).toBe('No connection to the server. Try again.');
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const running = attempts.run(() => promise);
    expect([attempts.problem(), attempts.isBusy()]).toEqual(['', true]);
    resolve(undefined);
    await running;
    expect([attempts.problem(), attempts.isBusy()]).toEqual(['', false]);
  });

  it('says it in the words of its place', async () => {
    const attempts = new Attempts(() => 'There are too many.');
    await attempts.run(() => Promise.reject(new Error()));
    expect([attempts.problem(), attempts.isBusy()]).toEqual(['There are too many.', false]);
  });
});
