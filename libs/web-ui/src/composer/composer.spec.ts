import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Composer } from './composer';
import { ComposerHarness } from './testing/composer-harness';

@Component({
  imports: [Composer],
  template: `<ui-composer
    label="Message Crew"
    [maxLength]="10"
    [(text)]="text"
    (send)="sent.push($event)"
    (editLast)="recalls.push(1)"
    (cancelled)="cancels.push(1)"
  />`,
})
class Page {
  readonly text = signal('');
  readonly sent: string[] = [];
  readonly recalls: number[] = [];
  readonly cancels: number[] = [];
}

async function aComposer(text: string) {
  const fixture = TestBed.createComponent(Page);
  const page = fixture.componentInstance;
  const composer = await TestbedHarnessEnvironment.loader(fixture).getHarness(ComposerHarness);
  await composer.write(text);
  return { page, composer };
}

describe('Composer', () => {
  it('has a name', async () => {
    const { composer } = await aComposer('');
    expect(await composer.getName()).toBe('Message Crew');
  });

  it('sends with Enter, trimmed, and keeps the text until the owner takes it', async () => {
    const { page, composer } = await aComposer(' on my way ');
    await composer.pressEnter();
    expect(page.sent).toEqual(['on my way']);
    expect(await composer.getText()).toBe(' on my way ');
    page.text.set('');
    expect(await composer.getText()).toBe('');
  });

  it('does not send with Shift+Enter', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressEnter({ shift: true });
    expect(page.sent).toEqual([]);
  });

  it('does not send while an input method is choosing a word', async () => {
    const { page, composer } = await aComposer('にほん');
    await composer.pressEnterWhileComposing();
    expect(page.sent).toEqual([]);
  });

  it('sends with the button', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressSend();
    expect(page.sent).toEqual(['one']);
  });

  it('never sends blanks', async () => {
    const { page, composer } = await aComposer('  \n ');
    await composer.pressEnter();
    await composer.pressSend();
    expect(page.sent).toEqual([]);
  });

  it('asks for the last message with ↑, but only from an empty field', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressUp();
    expect(page.recalls).toHaveLength(0);
    await composer.write('');
    await composer.pressUp();
    expect(page.recalls).toHaveLength(1);
  });

  it('keeps a text that is too long, says by how much, and does not send it', async () => {
    const { page, composer } = await aComposer('twelve signs');
    await composer.pressEnter();
    expect([page.sent, await composer.getExcess()]).toEqual([[], '2 characters too many']);
    await composer.write('ten signs.');
    await composer.pressEnter();
    expect([page.sent, await composer.getExcess()]).toEqual([['ten signs.'], null]);
  });

  it('gives up with Esc', async () => {
    const { page, composer } = await aComposer('one');
    await composer.pressEscape();
    expect(page.cancels).toHaveLength(1);
  });
});
