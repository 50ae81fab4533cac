import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aProfile } from '@app/contracts/testing';
import { RequestProblem, Session } from '@app/web-session';
import { MySettings } from './my-settings';

const ada = aProfile('ada');

/** The server answers when the test lets it: `grant` takes the wish over, `refuse` does not. */
function aPerson() {
  const user = signal(ada);
  const sent: { settings: object; done: PromiseWithResolvers<null> }[] = [];
  const session = {
    user,
    updateProfile: ({ settings }: { settings: object }) => {
      const done = Promise.withResolvers<null>();
      sent.push({ settings, done });
      return done.promise;
    },
  };
  TestBed.configureTestingModule({
    providers: [MySettings, { provide: Session, useValue: session }],
  });
  const grant = (n: number) => {
    user.update((me) => ({ ...me, settings: { ...me.settings, ...sent[n]!.settings } }));
    sent[n]!.done.resolve(null);
  };
  const refuse = (n: number) =>
    sent[n]!.done.reject(new RequestProblem('service_unavailable', 503, { service: 'users' }));
  return { mine: TestBed.inject(MySettings), sent, grant, refuse };
}

describe('MySettings', () => {
  it('shows a wish before the server has answered', async () => {
    const { mine, grant } = aPerson();
    const done = mine.wish({ receipts: false });
    expect(mine.all().receipts).toBe(false);
    await Promise.resolve();
    grant(0);
    await done;
    expect([mine.all().receipts, mine.problem()]).toEqual([false, '']);
  });

  it('goes back, and says why, where it is refused', async () => {
    const { mine, refuse } = aPerson();
    const done = mine.wish({ typing: false });
    await Promise.resolve();
    refuse(0);
    await done;
    expect(mine.all().typing).toBe(true);
    expect(mine.problem()).toContain('Profiles');
  });

  it('sends one after the other, so that the last wish is the one that holds', async () => {
    const { mine, sent, grant } = aPerson();
    void mine.wish({ receipts: false });
    const last = mine.wish({ receipts: true });
    await Promise.resolve();
    expect([sent.length, mine.all().receipts]).toEqual([1, true]);
    grant(0);
    await jest.advanceTimersByTimeAsync(0);
    expect([sent.length, mine.all().receipts]).toEqual([2, true]);
    grant(1);
    await last;
    expect(mine.all().receipts).toBe(true);
  });

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
});
