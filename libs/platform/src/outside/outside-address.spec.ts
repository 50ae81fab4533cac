import { isOutside, lookupOutside, mayBeCalled } from './outside-address.js';

describe('An address that somebody else gave', () => {
  it.each([
    ['https://fcm.googleapis.com/fcm/send/abc', true],
    ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
    ['https://93.184.216.34/push', true],
    ['http://fcm.googleapis.com/fcm/send/abc', false],
    ['https://localhost/push', false],
    ['https://metadata/push', false],
    ['https://printer.local/push', false],
    ['https://user:password@push.example/', false],
    ['https://127.0.0.1/push', false],
    ['https://127.1/push', false],
    ['https://2130706433/push', false],
    ['https://10.1.2.3/push', false],
    ['https://172.20.0.1/push', false],
    ['https://192.168.0.1/push', false],
    ['https://169.254.169.254/latest', false],
    ['https://[::1]/push', false],
    ['https://[fd00::1]/push', false],
    ['https://[::ffff:127.0.0.1]/push', false],
    ['https://[2606:2800:220:1:248:1893:25c8:1946]/push', true],
    ['file:///etc/passwd', false],
  ])('%s may be called: %s', (url, may) => {
    expect(mayBeCalled(url)).toBe(may);
  });

  it.each([
    ['http://10.1.2.3/in', true],
    ['https://localhost/in', true],
    ['http://user:password@10.1.2.3/in', false],
    ['file:///etc/passwd', false],
  ])('%s may be called where it may be inside: %s', (url, may) => {
    expect(mayBeCalled(url, { mayBeInside: true })).toBe(may);
  });

  it.each([
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::10.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::10.0.0.1',
    '2001:0:a00:1::1',
    '2002:a00:1::1',
    'fe80::1',
    'fec0::1',
  ])('%s is inside', (address) => expect(isOutside(address)).toBe(false));

  it('is not found where its name leads inside', async () => {
    const answer = await new Promise((resolve) => {
      lookupOutside('localhost', {}, (error) => resolve(error?.code));
    });
    expect(answer).toBe('EINSIDE');
  });
});
