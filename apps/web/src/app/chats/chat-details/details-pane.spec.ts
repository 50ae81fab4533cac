import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { DetailsPane } from './details-pane';

function aPane(hasColumn: boolean) {
  const heard: ((event: { matches: boolean }) => void)[] = [];
  jest.spyOn(globalThis, 'matchMedia').mockReturnValue({
    matches: hasColumn,
    addEventListener: (_: string, hear: (event: { matches: boolean }) => void) => heard.push(hear),
  } as never);
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const resize = (matches: boolean) => heard.forEach((hear) => hear({ matches }));
  return { pane: TestBed.inject(DetailsPane), resize };
}

describe('DetailsPane', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('is remembered where it has a column', () => {
    aPane(true).pane.show(false);
    TestBed.resetTestingModule();
    expect(aPane(true).pane.isOpen()).toBe(false);
  });

  it('lies over the conversation only when it was asked for', () => {
    const { pane } = aPane(false);
    expect([pane.isOpen(), pane.isOver()]).toEqual([false, false]);
    pane.show(true);
    expect([pane.isOpen(), pane.isOver()]).toEqual([true, true]);
    pane.uncover();
    expect(pane.isOpen()).toBe(false);
    TestBed.resetTestingModule();
    expect(aPane(true).pane.isOpen()).toBe(true);
  });

  it('covers nothing when the window has become narrow', () => {
    const { pane, resize } = aPane(true);
    resize(false);
    expect(pane.isOpen()).toBe(false);
  });
});
