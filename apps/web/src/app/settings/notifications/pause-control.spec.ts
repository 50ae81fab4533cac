import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TIME_LOCALE } from '@app/web-ui';
import { SERVER_NOW } from '../../server-now';
import { PauseControl } from './pause-control';

const noon = new Date(2026, 2, 2, 12, 0);
const at = (...[day, hour, minute]: readonly [number, number, number]) =>
  new Date(2026, 2, day, hour, minute).toISOString();

function aControl(until: string | null = null) {
  TestBed.configureTestingModule({
    providers: [
      { provide: TIME_LOCALE, useValue: signal('en-GB') },
      { provide: SERVER_NOW, useValue: () => new Date() },
    ],
  });
  const fixture = TestBed.createComponent(PauseControl);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const wishes: (string | null)[] = [];
  fixture.componentRef.setInput('until', until);
  // As the settings do: what is wished is shown.
  fixture.componentInstance.untilChange.subscribe((wish) => {
    wishes.push(wish);
    fixture.componentRef.setInput('until', wish);
  });
  const shown = () => {
    fixture.detectChanges();
    const names = [...page.querySelectorAll('button')].map((one) => one.textContent.trim());
    return [page.querySelector('[role=status]')!.textContent, ...names];
  };
  const press = (name: string) => {
    const all = [...page.querySelectorAll('button')];
    all.find((one) => one.textContent.includes(name))!.click();
    return shown();
  };
  return { wishes, shown, press };
}

const offer = ['For 30 minutes', 'For an hour', 'Until tomorrow, 09:00'];

describe('PauseControl', () => {
  beforeEach(() => jest.useFakeTimers({ now: noon }));
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it.each([
    ['30 minutes', at(2, 12, 30), 'Paused until 12:30.'],
    ['an hour', at(2, 13, 0), 'Paused until 13:00.'],
    ['tomorrow', at(3, 9, 0), 'Paused until Tuesday 09:00.'],
  ])('pauses for %s, says until when, and goes on', (name, end, words) => {
    const { wishes, shown, press } = aControl();
    expect(shown().slice(1)).toEqual(offer);
    expect(press(name)).toEqual([words, 'Resume']);
    expect(document.activeElement!.textContent).toContain('Resume');
    expect(press('Resume').slice(1)).toEqual(offer);
    expect(document.activeElement!.textContent).toContain('For 30 minutes');
    expect(wishes).toEqual([end, null]);
  });

  it('is over by itself', async () => {
    const { wishes, shown } = aControl(at(2, 12, 30));
    expect(shown()).toEqual(['Paused until 12:30.', 'Resume']);
    await jest.advanceTimersByTimeAsync(30 * 60_000);
    expect(shown().slice(1)).toEqual(offer);
    expect(wishes).toEqual([]);
  });

  it('takes what is over for none', () => {
    expect(
      aControl(at(2, 12, 0))
        .shown()
        .slice(1),
    ).toEqual(offer);
  });
});
