import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { FileField } from './file-field';
import { FileFieldHarness } from './testing/file-field-harness';

async function aFileField(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(FileField);
  document.body.append(fixture.nativeElement as HTMLElement);
  const given = { label: 'Export', prompt: 'Choose a file, or drop it here', ...inputs };
  for (const [name, value] of Object.entries(given)) fixture.componentRef.setInput(name, value);
  const field = await TestbedHarnessEnvironment.harnessForFixture(fixture, FileFieldHarness);
  const picked: string[] = [];
  fixture.componentInstance.picked.subscribe(({ name }) => picked.push(name));
  return { field, picked };
}

describe('FileField', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what it is for, and hands out what is chosen, the same file again too', async () => {
    const { field, picked } = await aFileField({ accept: '.zip' });
    expect(await field.getLabel()).toBe('Export');
    expect([await field.getWords(), await field.getAccept()]).toEqual([
      'Choose a file, or drop it here',
      '.zip',
    ]);
    const file = new File(['x'], 'crew.zip');
    await field.pick(file);
    await field.pick(file);
    expect(picked).toEqual(['crew.zip', 'crew.zip']);
  });

  it('says what is chosen, and the hint, with the input', async () => {
    const { field } = await aFileField({ chosen: 'crew.zip', hint: 'The ZIP of an export.' });
    expect(await field.getWords()).toBe('crew.zip');
    expect(await field.getDescription()).toBe('crew.zip The ZIP of an export.');
    expect(await field.isInvalid()).toBe(false);
  });

  it('says what is wrong in place of the hint', async () => {
    const { field } = await aFileField({ hint: 'The ZIP of an export.', error: 'Choose a file.' });
    expect([await field.isInvalid(), await field.getError()]).toEqual([true, 'Choose a file.']);
    expect(await field.getDescription()).toBe('Choose a file, or drop it here Choose a file.');
  });
});
