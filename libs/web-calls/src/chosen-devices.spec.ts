import { ChosenDevices } from './chosen-devices';

function plugIn(...labels: string[]): EventTarget {
  const devices = Object.assign(new EventTarget(), {
    enumerateDevices: () =>
      Promise.resolve(
        ['default', ...labels].map((label) => ({
          kind: 'audioinput',
          deviceId: label,
          label,
        })),
      ),
  });
  Object.assign(navigator, { mediaDevices: devices });
  return devices;
}
const turn = () => jest.advanceTimersByTimeAsync(0);

describe('ChosenDevices', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(navigator, 'mediaDevices');
  });

  it('remembers what was chosen, over visits', () => {
    const chosen = new ChosenDevices();
    expect(chosen.id('audioinput')()).toBe('');
    chosen.choose('audioinput', 'usb');
    expect(chosen.id('audioinput')()).toBe('usb');
    expect(new ChosenDevices().id('audioinput')()).toBe('usb');
    expect(new ChosenDevices().id('videoinput')()).toBe('');
  });

  it('follows what is plugged in, without the name that the system has for one of them', async () => {
    plugIn('built in');
    const chosen = new ChosenDevices();
    const stop = chosen.follow();
    await turn();
    const ids = () => chosen.found().audioinput.map(({ id }) => id);
    expect(ids()).toEqual(['built in']);
    const devices = navigator.mediaDevices;
    Object.assign(devices, {
      enumerateDevices: () => Promise.resolve([{ kind: 'audioinput', deviceId: 'usb', label: '' }]),
    });
    devices.dispatchEvent(new Event('devicechange'));
    await turn();
    expect(ids()).toEqual(['usb']);
    stop();
  });

  it('finds nothing where a browser has no devices', () => {
    expect(() => new ChosenDevices().follow()()).not.toThrow();
  });
});
