import { TestBed } from '@angular/core/testing';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { parseMarkup } from './markup';
import { MessageBlocks } from './message-blocks';

async function drawn(text: string): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: provideFakes(new FakeChatStore()) });
  const fixture = TestBed.createComponent(MessageBlocks);
  fixture.componentRef.setInput('blocks', parseMarkup(text).blocks);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('MessageBlocks', () => {
  // `auto` looks at words only, and not at those in an element that has a `dir` as well.
  it.each([
    ['- שלום\n- שלום', 'ul'],
    ['1. שלום', 'ol'],
    ['> שלום', 'blockquote'],
    ['> - > שלום', 'blockquote'],
    ['| שלום | a |\n| --- | --- |\n| b | c |', 'table'],
  ])('lets %j go the way of its words', async (text, name) => {
    const block = (await drawn(text)).querySelector(name);
    expect(block?.getAttribute('dir')).toBe('auto');
    expect(block?.querySelector('[dir]')).toBeNull();
  });

  it('lets each of the words between them go its own way', async () => {
    const page = await drawn('- a\n\nשלום');
    expect(
      page.querySelector(':scope > div > app-message-words')?.getAttribute('dir'),
    ).not.toBeNull();
  });
});
