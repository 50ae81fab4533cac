import { Browser } from './browser';

describe('Browser', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('forgets what somebody has done here, and not how the device looks', () => {
    localStorage.setItem('parley.played', '{}');
    localStorage.setItem('parley.emoji', '{}');
    localStorage.setItem('parley.theme', 'dark');
    sessionStorage.setItem('parley.places', '[]');
    new Browser().forgetTraces();
    expect([Object.keys(localStorage), Object.keys(sessionStorage)]).toEqual([
      ['parley.theme'],
      [],
    ]);
  });

  it('knows the time of the server where its own clock is wrong', () => {
    const browser = new Browser();
    jest.spyOn(browser, 'now').mockReturnValue(Date.UTC(2026, 2, 4, 11));
    const told = [
      null,
      'Mon, 02 Mar 2026 11:00:00 GMT',
      null,
      'Wed, 04 Mar 2026 10:59:45 GMT',
      'Thu, 05 Mar 2026 11:00:00 GMT',
    ].map((date) => {
      browser.hearTime(date);
      return new Date(browser.serverNow()).getUTCDate();
    });
    expect(told).toEqual([4, 2, 2, 4, 5]);
  });
});
