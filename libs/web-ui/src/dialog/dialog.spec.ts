import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from '../button/button';
import { Dialog } from './dialog';
import { DIALOG } from './dialog-handle';
import { Dialogs } from './dialogs';
import { DialogHarness } from './testing/dialog-harness';

@Component({
  imports: [Button, Dialog],
  template: `<ui-dialog title="Leave the chat?">
    {{ handle.data }}
    <button actions uiButton type="button" (click)="handle.close('yes')">Leave</button>
  </ui-dialog>`,
})
class Question {
  protected readonly handle = inject(DIALOG);
}

@Component({ template: '' })
class Page {}

async function anOpenDialog() {
  const loader = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Page));
  const answers: unknown[] = [];
  const closed = TestBed.inject(Dialogs)
    .open<string>(() => Promise.resolve(Question), { data: 'Crew' })
    .then((answer) => answers.push(answer));
  await import('./show-dialog');
  await Promise.resolve();
  const dialog = await loader.getHarness(DialogHarness);
  return { dialog, closed, answers, all: () => loader.getAllHarnesses(DialogHarness) };
}

describe('Dialogs', () => {
  it('shows a dialog that is named by its title', async () => {
    const { dialog } = await anOpenDialog();
    expect([await dialog.getTitle(), await dialog.isNamedByTitle()]).toEqual([
      'Leave the chat?',
      true,
    ]);
    await dialog.press('Close');
  });

  it('has no landmarks of a page, of which two dialogs would have two', async () => {
    const { dialog } = await anOpenDialog();
    expect(await dialog.getLandmarks()).toEqual([]);
    await dialog.press('Close');
  });

  it('answers with what it was closed with', async () => {
    const { dialog, closed, answers, all } = await anOpenDialog();
    await dialog.press('Leave');
    await closed;
    expect([answers, await all()]).toEqual([['yes'], []]);
  });

  it('shows one dialog when it is asked for again before its code is there', async () => {
    const first = TestBed.inject(Dialogs).open(() => Promise.resolve(Question));
    const { dialog, closed, answers, all } = await anOpenDialog();
    expect([await first, await all()]).toEqual([undefined, [expect.anything()]]);
    await dialog.press('Leave');
    await closed;
    expect([answers, await all()]).toEqual([['yes'], []]);
  });

  it.each(['Escape', 'Close'])('is dismissed by %s', async (way) => {
    const { dialog, closed, answers } = await anOpenDialog();
    await (way === 'Escape' ? dialog.pressEscape() : dialog.press('Close'));
    await closed;
    expect(answers).toEqual([undefined]);
  });
});
