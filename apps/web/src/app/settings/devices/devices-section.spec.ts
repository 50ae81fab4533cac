import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ConnectionLost, Session } from '@app/web-session';
import { Dialogs } from '@app/web-ui';
import { ButtonHarness, ListRowHarness } from '@app/web-ui/testing';
import { NOW } from '../../clock';
import { DevicesSection } from './devices-section';

const noon = new Date('2026-03-02T12:00:00.000Z');

function aDevice(id: string, minutesAgo: number, userAgent: string, isCurrent = false) {
  return {
    id,
    userAgent,
    address: '127.0.0.1',
    createdAt: '2026-02-27T12:00:00.000Z',
    lastUsedAt: new Date(noon.getTime() - minutesAgo * 60_000).toISOString(),
    isCurrent,
  };
}

/** The server of the test: it knows three devices until it is told otherwise. */
async function aSection(isDown = false) {
  let devices = [
    aDevice('old', 3 * 1440, 'curl/8.14'),
    aDevice('here', 0, 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140', true),
    aDevice('phone', 130, 'Mozilla/5.0 (iPhone) CriOS/140'),
  ];
  const server = { isDown };
  const request = (method: string, path: string) => {
    if (server.isDown) return Promise.reject(new ConnectionLost());
    const id = path.split('/')[2];
    if (method === 'DELETE')
      devices = devices.filter((one) => one.isCurrent || (id !== undefined && one.id !== id));
    return Promise.resolve({ items: devices });
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: LOCALE_ID, useValue: 'en-GB' },
      { provide: NOW, useValue: () => noon },
      { provide: Session, useValue: { rest: { request } } },
      { provide: Dialogs, useValue: { open: () => Promise.resolve(true) } },
    ],
  });
  const fixture = TestBed.createComponent(DevicesSection);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const rows = async () =>
    Promise.all((await loader.getAllHarnesses(ListRowHarness)).map((row) => row.getTitle()));
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const words = () => (fixture.nativeElement as HTMLElement).textContent;
  return { server, rows, press, words };
}

describe('DevicesSection', () => {
  it('lists this device first, then those used last, in words', async () => {
    const { rows, words } = await aSection();
    expect(await rows()).toEqual(['Chrome on Linux', 'Chrome on iPhone', 'curl']);
    expect(words()).toContain('Used just now · signed in 27 Feb 2026 · 127.0.0.1');
    expect(words()).toContain('Used 2 hours ago');
    expect(words()).toContain('Used 3 days ago');
    expect(words()).toContain('This device');
  });

  it('signs one out', async () => {
    const { rows, press } = await aSection();
    await press('Sign out: curl');
    expect(await rows()).toEqual(['Chrome on Linux', 'Chrome on iPhone']);
  });

  it('signs all others out, and then says that there are none', async () => {
    const { rows, press, words } = await aSection();
    await press('Sign out all others');
    expect(await rows()).toEqual(['Chrome on Linux']);
    expect(words()).toContain('You are signed in on this device only.');
  });

  it('says that it could not be asked, and asks again', async () => {
    const { server, rows, press, words } = await aSection(true);
    expect(words()).toContain('No connection to the server.');
    server.isDown = false;
    await press('Try again');
    expect(await rows()).toHaveLength(3);
  });
});
