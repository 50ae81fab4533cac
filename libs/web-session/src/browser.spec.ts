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
});
