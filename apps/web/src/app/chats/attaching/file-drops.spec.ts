import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Offered } from './attachments';
import { fileDrops } from './file-drops';

@Component({ template: '<p>here</p>' })
class Page {
  readonly dropped: string[] = [];
  readonly mayDrop = signal(true);
  readonly isOver = fileDrops((offered) => this.dropped.push(...offered.map(said)), this.mayDrop);
}

const said = ({ file, isFolder }: Offered) => `${file.name}${isFolder ? '/' : ''}`;

const data = (types: readonly string[]) => ({
  types,
  dropEffect: 'none',
  items: ['a.txt', 'folder'].map((name) => ({
    kind: 'file',
    getAsFile: () => new File(['x'], name),
    webkitGetAsEntry: () => ({ isDirectory: name === 'folder' }),
  })),
});

async function aPage() {
  const fixture = TestBed.createComponent(Page);
  const host = fixture.nativeElement as HTMLElement;
  document.body.append(host);
  await fixture.whenStable();
  const fire = (type: string, target: Element, types = ['Files'], relatedTarget?: null) => {
    const about = { dataTransfer: data(types), relatedTarget };
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), about);
    target.dispatchEvent(event);
    return event;
  };
  return { page: fixture.componentInstance, inside: host.firstElementChild!, fire, fixture };
}

describe('fileDrops', () => {
  it('takes what is dropped, and tells folders from files', async () => {
    const { page, inside, fire } = await aPage();
    const { dataTransfer } = fire('dragover', inside);
    expect([page.isOver(), dataTransfer.dropEffect]).toEqual([true, 'copy']);
    const drop = fire('drop', inside);
    expect([page.isOver(), page.dropped, drop.defaultPrevented]).toEqual([
      false,
      ['a.txt', 'folder/'],
      true,
    ]);
  });

  it('takes nothing beside it, and keeps the browser in the app', async () => {
    const { page, inside, fire } = await aPage();
    fire('dragover', inside);
    expect(fire('dragover', document.body).dataTransfer.dropEffect).toBe('none');
    expect(page.isOver()).toBe(false);
    expect(fire('drop', document.body).defaultPrevented).toBe(true);
    expect(page.dropped).toEqual([]);
  });

  it('takes nothing where one may not write', async () => {
    const { page, inside, fire } = await aPage();
    page.mayDrop.set(false);
    fire('dragover', inside);
    fire('drop', inside);
    expect([page.isOver(), page.dropped]).toEqual([false, []]);
  });

  it('lets words be dragged as ever', async () => {
    const { inside, fire } = await aPage();
    expect(fire('dragover', inside, ['text/plain']).defaultPrevented).toBe(false);
  });

  it('ends when the pointer leaves the window', async () => {
    const { page, inside, fire } = await aPage();
    fire('dragenter', inside);
    fire('dragleave', inside, ['Files'], null);
    expect(page.isOver()).toBe(false);
  });

  it('hears nothing once the page is gone', async () => {
    const { page, inside, fire, fixture } = await aPage();
    fixture.destroy();
    document.body.append(inside);
    expect(fire('dragover', inside).defaultPrevented).toBe(false);
    expect(page.isOver()).toBe(false);
  });
});
