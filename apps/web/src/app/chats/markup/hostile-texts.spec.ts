import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { hostileTexts } from '@app/contracts/testing';
import { parseMarkup } from './markup';
import { MessageBlocks } from './message-blocks';
import { MessageWords } from './message-words';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';

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
  [
    'APP-MESSAGE-WORDS APP-MESSAGE-BLOCKS APP-MESSAGE-CODE APP-MESSAGE-TABLE UI-ICON SPAN BR CODE A',
    'STRONG EM S PRE BLOCKQUOTE UL OL LI DIV HR INPUT BUTTON TABLE THEAD TBODY TR TH TD',
  ].flatMap((names) => names.split(' ')),
);
const ATTRIBUTES = new RegExp(
  '^(class|dir|hidden|tabindex|role|aria-.*|title|type|icon|uiiconbutton|data-icon|data-kind|' +
    'disabled|scope|start|href|target|rel|_ng.*|ng-.*)$',
);

async function drawn(text: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: provideFakes(new FakeChatStore()) });
  const fixture = TestBed.createComponent(Page);
  fixture.componentRef.setInput('text', text);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

/** Without what marks may be made of. */
const bare = (some: string) =>
  some.replace(/[\s`*_~<>[\]()\-0-9.#|!:\\\u202a-\u202e\u2066-\u2069]/g, '');

describe('hostile texts', () => {
  it('are a hundred and twenty at least, each once', () => {
    expect(new Set(hostileTexts).size).toBeGreaterThanOrEqual(120);
    expect(new Set(hostileTexts).size).toBe(hostileTexts.length);
  });

  it.each(hostileTexts)('%j becomes inert elements, and loses none of its words', async (text) => {
    const page = await drawn(text);
    // The pictures of our own icons are constants.
    for (const element of page.querySelectorAll('*:not(ui-icon *)')) {
      expect(ELEMENTS).toContain(element.tagName);
      for (const { name } of element.attributes) expect(name).toMatch(ATTRIBUTES);
    }
    for (const link of page.querySelectorAll('a')) {
      expect(link.href).toMatch(/^(https?:\/\/|mailto:)/);
      expect([link.rel, link.target]).toEqual(['noopener noreferrer nofollow', '_blank']);
    }
    for (const host of page.querySelectorAll('.host')) host.remove();
    const shown = bare(page.textContent);
    // A labelled link shows its label, a fence not its language, a link its true host as well; of
    // the rest, every sign that is no mark.
    if (/\]\(<?(https?:|mailto:)|(```|~~~)\S|https:\/\/\S*([^ -~]|%)|xn--/.test(text)) return;
    expect(shown).toBe(bare(text));
  });
});
