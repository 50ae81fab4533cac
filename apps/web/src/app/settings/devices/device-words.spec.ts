import { deviceTraits } from './device-words';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('deviceTraits', () => {
  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0 Safari/537.36`, 'Chrome', 'Linux'],
    [
      `Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0 Safari/537.36`,
      'Chrome',
      'Linux',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Firefox/143.0', 'Firefox', 'macOS'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile Safari/604.1',
      'Chrome',
      'iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; K) ${webkit} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    ['curl/8.14.1', 'curl', null],
    ['', null, null],
    ['\u202Eevil<script>', null, null],
  ])('reads %s', (userAgent, browser, system) => {
    expect(deviceTraits(userAgent)).toMatchObject({ browser, system });
  });

  it('tells what is held in a hand', () => {
    expect(deviceTraits('Mozilla/5.0 (Linux; Android 15; K)').isHandheld).toBe(true);
    expect(deviceTraits('Mozilla/5.0 (X11; Linux x86_64)').isHandheld).toBe(false);
  });
});
