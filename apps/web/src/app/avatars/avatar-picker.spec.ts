import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { AvatarHarness, ButtonHarness } from '@app/web-ui/testing';
import { AvatarPicker } from './avatar-picker';
import { NotAPicture, PictureCrop } from './picture-crop';

const square = new Blob(['a square']);

function aPicker({ picture = null as string | null, answer = null as Error | null } = {}) {
  const saved: (Blob | null)[] = [];
  const state = { answer, isPicture: true };
  const crop = {
    squareOf: () => (state.isPicture ? Promise.resolve(square) : Promise.reject(new NotAPicture())),
  };
  TestBed.configureTestingModule({ providers: [{ provide: PictureCrop, useValue: crop }] });
  const fixture = TestBed.createComponent(AvatarPicker);
  const change = (chosen: Blob | null) => {
    saved.push(chosen);
    if (state.answer) return Promise.reject(state.answer);
    fixture.componentRef.setInput('picture', chosen && '/new');
    return Promise.resolve();
  };
  const inputs = { id: 'u1', name: 'Mira Okafor', picture, change };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  const names = async () =>
    Promise.all((await loader.getAllHarnesses(ButtonHarness)).map((button) => button.getName()));
  const pick = async () => {
    const field = host.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(field, 'files', { configurable: true, value: [new File([], 'a.jpg')] });
    field.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  const drop = async () => {
    await fixture.whenStable();
    const item = { kind: 'file', getAsFile: () => new File([], 'a'), webkitGetAsEntry: () => null };
    for (const name of ['dragover', 'drop']) {
      const event = new Event(name, { bubbles: true, cancelable: true });
      const dataTransfer = { types: ['Files'], items: [item], dropEffect: '' };
      host.dispatchEvent(Object.assign(event, { dataTransfer }));
    }
    await fixture.whenStable();
  };
  const words = () => host.textContent;
  const shown = () => loader.getHarnessOrNull(AvatarHarness);
  return { saved, state, press, names, pick, drop, words, shown };
}

describe('AvatarPicker', () => {
  beforeEach(() => {
    URL.createObjectURL = () => 'blob:square';
    URL.revokeObjectURL = () => undefined;
  });

  it('shows what will be seen before it is saved, and saves that', async () => {
    const { saved, press, names, pick, words, shown } = aPicker();
    expect(await names()).toEqual(['Choose a picture']);
    await pick();
    expect(await shown()).toBeNull();
    expect(document.querySelector('img.chosen')!.getAttribute('src')).toBe('blob:square');
    expect([await names(), saved]).toEqual([['Save picture', 'Cancel'], []]);
    expect(document.activeElement!.textContent).toContain('Save picture');
    await press('Save picture');
    expect(saved).toEqual([square]);
    expect(await (await shown())!.getPicture()).toContain('/new?');
    expect(words()).toContain('Picture saved');
    expect(document.activeElement!.textContent).toContain('Change picture');
  });

  it('takes what is dropped on it, and leaves all as it was when that is not saved', async () => {
    const { saved, press, names, drop, shown } = aPicker({ picture: '/old' });
    await drop();
    await press('Cancel');
    expect(await (await shown())!.getPicture()).toContain('/old?');
    expect([await names(), saved]).toEqual([['Change picture', 'Remove picture'], []]);
  });

  it('removes the picture', async () => {
    const { saved, press, names, words } = aPicker({ picture: '/old' });
    await press('Remove picture');
    expect(saved).toEqual([null]);
    expect(await names()).toEqual(['Choose a picture']);
    expect(words()).toContain('Picture removed');
  });

  it('says of what is no picture that it is none, and keeps what was chosen before', async () => {
    const { state, names, pick, words } = aPicker();
    await pick();
    state.isPicture = false;
    await pick();
    expect(words()).toContain('cannot be read as a picture');
    expect(await names()).toEqual(['Save picture', 'Cancel']);
  });

  it.each([
    ['without a network', new ConnectionLost(), 'No connection'],
    ['a full disk', new RequestProblem('storage_full', 507, {}), 'no room left'],
  ])('keeps what was chosen when it cannot be saved: %s', async (_, answer, said) => {
    const { state, saved, press, pick, words } = aPicker({ answer });
    await pick();
    await press('Save picture');
    expect(words()).toContain(said);
    state.answer = null;
    await press('Save picture');
    expect(saved).toEqual([square, square]);
    expect(words()).toContain('Picture saved');
  });
});
