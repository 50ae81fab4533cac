import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { filePastes } from './file-pastes';

@Component({ template: '<p tabindex="-1">here</p><textarea></textarea>' })
class Page {
  readonly pasted: string[] = [];
  readonly mayTake = signal(true);

  constructor() {
    filePastes((all) => this.pasted.push(...all.map(({ file }) => file.name)), this.mayTake);
  }
}

async function aPage() {
  const fixture = TestBed.createComponent(Page);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  await fixture.whenStable();
  const paste = (target: Element, held: { files?: readonly File[]; plain?: string } = {}) => {
    const { files = [new File(['x'], 'a.txt')], plain = '' } = held;
    const clipboardData = {
      files,
      getData: (type: string) => (type === 'text/plain' ? plain : ''),
    };
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData,
    });
    target.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { page: fixture.componentInstance, host, paste, fixture };
}

describe('filePastes', () => {
  it('takes files wherever nobody writes', async () => {
    const { page, host, paste } = await aPage();
    expect([paste(document.body), paste(host.querySelector('p')!)]).toEqual([true, true]);
    expect(page.pasted).toEqual(['a.txt', 'a.txt']);
  });

  it('leaves to a field what is pasted there, and to a dialog what is its own', async () => {
    const { page, host, paste } = await aPage();
    const dialog = document.body.appendChild(document.createElement('div'));
    expect([paste(host.querySelector('textarea')!), paste(dialog)]).toEqual([false, false]);
    expect(page.pasted).toEqual([]);
  });

  it('takes no words, and nothing where nothing can be sent', async () => {
    const { page, paste } = await aPage();
    expect(paste(document.body, { files: [], plain: 'words' })).toBe(false);
    page.mayTake.set(false);
    expect([paste(document.body), page.pasted]).toEqual([false, []]);
  });

  it('takes nothing more once the page is left', async () => {
    const { page, paste, fixture } = await aPage();
    fixture.destroy();
    expect([paste(document.body), page.pasted]).toEqual([false, []]);
  });
});
