import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Dialogs } from '@app/web-ui';
import { Playback } from '../files/playback';
import { PeopleNames } from '../people-names';
import { ChatFiles } from './chat-files';
import { aChatFile, aFileMessage, FilesWorld, pageOf } from './testing/files-world';

async function thePane(...answers: FilesWorld['answers']) {
  const seen: (() => void)[] = [];
  globalThis.IntersectionObserver = class {
    constructor(hear: (entries: object[]) => void) {
      seen.push(() => hear([{ isIntersecting: true }]));
    }
    observe = () => undefined;
    disconnect = () => undefined;
  } as never;
  const world = new FilesWorld();
  world.answers.push(...answers);
  const opened: unknown[] = [];
  const open = (_: unknown, { data }: { data: unknown }) => opened.push(data);
  TestBed.configureTestingModule({
    providers: [
      ...world.providers,
      provideRouter([]),
      { provide: Dialogs, useValue: { open } },
      { provide: PeopleNames, useValue: { of: () => 'Mira' } },
      { provide: Playback, useValue: {} },
    ],
  });
  const fixture = TestBed.createComponent(ChatFiles);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const press = async (key: string) => {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await fixture.whenStable();
  };
  const tiles = () => [...host.querySelectorAll<HTMLElement>('.tile')];
  return { world, host, opened, seen, fixture, press, tiles };
}

describe('ChatFiles', () => {
  it('shows pictures as a grid in which arrows lead, and opens them among each other', async () => {
    const files = ['d', 'c', 'b', 'a'].map((name, n) => aChatFile(name, 4 - n));
    const { tiles, press, opened } = await thePane(pageOf(files));
    const stops = () => tiles().map((tile) => tile.tabIndex);
    expect(stops()).toEqual([0, -1, -1, -1]);
    tiles()[0]!.focus();
    await press('ArrowDown');
    expect([document.activeElement, stops()]).toEqual([tiles()[3], [-1, -1, -1, 0]]);
    tiles()[3]!.click();
    expect(opened).toEqual([{ files: files.map(({ file }) => file), start: 3 }]);
  });

  it('keeps its place when others come', async () => {
    const { tiles, world, fixture } = await thePane(pageOf([aChatFile('a', 1)]));
    tiles()[0]!.focus();
    world.messages.set([aFileMessage('b', 2)]);
    await fixture.whenStable();
    expect(tiles().map((tile) => tile.tabIndex)).toEqual([-1, 0]);
  });

  it('leads to the message of each', async () => {
    const { host } = await thePane(pageOf([aChatFile('dusk.jpg', 7)]));
    const place = host.querySelector<HTMLAnchorElement>('.place')!;
    expect(place.getAttribute('href')).toBe('/c/c1/7');
    expect(place.getAttribute('aria-label')).toBe('Show dusk.jpg in the chat');
  });

  it('asks for more when its end is seen, once for each end', async () => {
    const { seen, tiles, fixture, world } = await thePane(
      pageOf([aChatFile('b', 2)], '2'),
      pageOf([aChatFile('a', 1)]),
    );
    const before = seen.length;
    seen.at(-1)!();
    await fixture.whenStable();
    expect([tiles().length, world.asked.length, seen.length]).toEqual([2, 2, before]);
  });

  it('says that there is nothing yet, by kind', async () => {
    const { host, fixture } = await thePane(pageOf([]), pageOf([]));
    expect(host.textContent).toContain('No pictures or films yet');
    host.querySelectorAll<HTMLElement>('[role=tab]')[1]!.click();
    await fixture.whenStable();
    expect(host.textContent).toContain('No documents yet');
  });
});
