import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from '../button/button';
import { Dialog } from '../dialog/dialog';
import { DIALOG } from '../dialog/dialog-handle';
import { Sheets } from './sheets';
import { SheetHarness } from './testing/sheet-harness';

@Component({
  imports: [Button, Dialog],
  template: `<ui-dialog title="Keyboard">
    <button uiButton type="button" (click)="handle.close(handle.data)">Understood</button>
  </ui-dialog>`,
})
class Keys {
  protected readonly handle = inject(DIALOG);
}

@Component({ template: '<button>Keys</button>' })
class Page {}

async function anOpenSheet() {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  page.querySelector('button')!.focus();
  const answers: unknown[] = [];
  const closed = TestBed.inject(Sheets)
    .open<string>(() => Promise.resolve(Keys), { data: 'yes' })
    .then((answer) => answers.push(answer));
  await import('./show-sheet');
  await Promise.resolve();
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  const sheet = await loader.getHarness(SheetHarness);
  return { sheet, closed, answers, all: () => loader.getAllHarnesses(SheetHarness) };
}

describe('Sheets', () => {
  it('shows a sheet that is named by its title, and modal', async () => {
    const { sheet } = await anOpenSheet();
    expect([await sheet.getTitle(), await sheet.isNamedByTitle()]).toEqual(['Keyboard', true]);
    expect(await (await sheet.host()).getAttribute('aria-modal')).toBe('true');
    await sheet.pressEscape();
  });

  it('takes the focus, and gives it back', async () => {
    const { sheet, closed } = await anOpenSheet();
    expect(document.activeElement?.closest('.ui-sheet-panel')).not.toBeNull();
    await sheet.pressEscape();
    await closed;
    expect(document.activeElement?.textContent).toBe('Keys');
  });

  it('answers with what it was closed with', async () => {
    const { sheet, closed, answers, all } = await anOpenSheet();
    await sheet.press('Understood');
    await closed;
    expect([answers, await all()]).toEqual([['yes'], []]);
  });
});
