import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { hostileTexts } from '@app/contracts/testing';
import { Session } from '@app/web-session';
import { parseMarkup } from './markup';
import { MessageBlocks } from './message-blocks';
import { MessageWords } from './message-words';

@Component({
  imports: [MessageBlocks, MessageWords],
  template: `
    <app-message-words [words]="markup().lead" />
    <app-message-blocks [blocks]="markup().blocks" />
  `,
})
class Page {
  readonly text = input.required<string>();
  protected readonly markup = () => parseMarkup(this.text());
}

const ELEMENTS = new Set(
  'APP-MESSAGE-WORDS APP-MESSAGE-BLOCKS SPAN CODE A STRONG EM S PRE BLOCKQUOTE UL OL LI DIV'.split(
    ' ',
  ),
);
const ATTRIBUTES = /^(class|dir|hidden|tabindex|start|href|target|rel|_ng.*|ng-.*)$/;

async function drawn(text: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({
    providers: [{ provide: Session, useValue: { user: () => ({ username: 'ada' }) } }],
  });
  const fixture = TestBed.createComponent(Page);
  fixture.componentRef.setInput('text', text);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('hostile texts', () => {
  it('are fifty at least', () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(50);
  });

  it.each(hostileTexts)('%j becomes inert elements', async (text) => {
    const page = await drawn(text);
    for (const element of page.querySelectorAll('*')) {
      expect(ELEMENTS).toContain(element.tagName);
      for (const { name } of element.attributes) expect(name).toMatch(ATTRIBUTES);
    }
    for (const link of page.querySelectorAll('a')) {
      expect(link.href).toMatch(/^(https?:\/\/|mailto:)/);
      expect([link.rel, link.target]).toEqual(['noopener noreferrer', '_blank']);
    }
  });

  it.each(hostileTexts)('%j loses none of its words', async (text) => {
    const bare = (some: string) => some.replace(/[\s`*_~>[\]()\-0-9.]/g, '');
    const shown = bare((await drawn(text)).textContent);
    // A labelled link shows its label, a fence not its language; else every sign that is no mark.
    if (!/\]\((https?:|mailto:)|```\w/.test(text)) expect(shown).toBe(bare(text));
  });
});
