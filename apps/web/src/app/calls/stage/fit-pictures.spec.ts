import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { UserId } from '@app/contracts';
import type { Lane, IncomingMedia } from '@app/web-calls';
import { screenKey, type CallTileView } from './call-tiles';
import { fitPictures } from './fit-pictures';

const [ada, bob] = ['ada' as UserId, 'bob' as UserId];
const fitted: unknown[] = [];
const incoming = signal({
  received: () => new Map([ada, bob].map((userId) => [userId, {}])),
  fit: (userId: UserId, lane: Lane, height: number) => fitted.push([userId, lane, height]),
} as unknown as IncomingMedia);
const shown = signal<readonly CallTileView[]>([]);

/** A stage whose pictures are 200 px high. */
@Component({
  selector: 'app-a-stage',
  template: `
    @for (tile of shown(); track tile.key) {
      <app-call-tile [attr.data-key]="tile.key"></app-call-tile>
    }
  `,
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
class AStage {
  protected readonly shown = shown;

  constructor() {
    fitPictures(incoming, shown, inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
  }
}

const aTile = (key: string, isSeen = true) => ({ key, isSeen }) as CallTileView;

function see(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

async function aStage(tiles: readonly CallTileView[]) {
  shown.set(tiles);
  const fixture = TestBed.createComponent(AStage);
  const settle = async () => {
    fitted.length = 0;
    await fixture.whenStable();
    return [...fitted];
  };
  return { settle, first: await settle() };
}

describe('fitPictures', () => {
  beforeEach(() => {
    Object.assign(globalThis, {
      ResizeObserver: class {
        observe = () => undefined;
        disconnect = () => undefined;
      },
    });
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(200);
  });
  afterEach(() => {
    see('visible');
    Reflect.deleteProperty(document, 'pictureInPictureElement');
    jest.restoreAllMocks();
  });

  it('says how high each picture is, and that of the others none is wanted', async () => {
    const { first } = await aStage([aTile(ada), aTile(screenKey(ada)), aTile(bob, false)]);
    expect(first).toEqual([
      [ada, 'video', 200],
      [ada, 'screen', 200],
      [bob, 'video', 0],
      [bob, 'screen', 0],
    ]);
  });

  it('wants nothing while the tab is behind others, and everything again afterwards', async () => {
    const { settle } = await aStage([aTile(ada)]);
    see('hidden');
    expect(await settle()).toContainEqual([ada, 'video', 0]);
    see('visible');
    expect(await settle()).toContainEqual([ada, 'video', 200]);
  });

  it('goes on where a picture is shown outside of the page', async () => {
    const { settle } = await aStage([aTile(ada)]);
    Object.assign(document, { pictureInPictureElement: document.body });
    see('hidden');
    expect(await settle()).toContainEqual([ada, 'video', 200]);
  });
});
