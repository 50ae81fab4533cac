import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Popovers } from '@app/web-ui';
import { mira } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { parseMarkup } from './markup';
import { MessageWords } from './message-words';

async function drawn(text: string) {
  const opened: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      provideRouter([{ path: '**', children: [] }]),
      {
        provide: Popovers,
        useValue: { open: (_: unknown, { data }: { data: unknown }) => opened.push(data) },
      },
    ],
  });
  const fixture = TestBed.createComponent(MessageWords);
  const { lead, isJumbo } = parseMarkup(text);
  fixture.componentRef.setInput('words', lead);
  fixture.componentRef.setInput('isJumbo', isJumbo);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return { page, opened, find: (css: string) => page.querySelector<HTMLElement>(css) };
}

describe('MessageWords', () => {
  it('opens links elsewhere, without a way back to this page', async () => {
    const link = (await drawn('https://a.example')).find('a');
    expect(['target', 'rel', 'href'].map((name) => link?.getAttribute(name))).toEqual([
      '_blank',
      'noopener noreferrer nofollow',
      'https://a.example/',
    ]);
  });

  it('says where a link really leads', async () => {
    const { page } = await drawn('[bank.example](https://evil.example)');
    expect(page.textContent.replace(/\s+/g, ' ')).toBe('bank.example (evil.example)');
  });

  it('goes to messages of this installation without leaving it', async () => {
    const link = (await drawn(`${location.origin}/c/abc/40`)).find('a');
    expect(link?.hasAttribute('target')).toBe(false);
    link?.click();
    await new Promise((done) => TestBed.inject(Router).events.subscribe(done));
    expect(TestBed.inject(Router).url).toBe('/c/abc/40');
  });

  it('leaves a new tab to whom asks for one', async () => {
    const { page, find } = await drawn(`${location.origin}/c/abc/40`);
    const link = find('a');
    const press = new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true });
    let wasTaken = true;
    // The page of this test has nowhere to go: it is the last to hear of the press, and ends it.
    addEventListener('click', (event) => {
      wasTaken = event.defaultPrevented;
      event.preventDefault();
    });
    document.body.append(page);
    link?.dispatchEvent(press);
    expect(wasTaken).toBe(false);
  });

  it('shows who is mentioned on a press', async () => {
    const { find, opened } = await drawn('Ask @Mira');
    find('button.mention')?.click();
    expect(opened).toEqual([mira]);
  });

  it.each([
    ['@ada', true],
    ['@here', true],
    ['@channel', true],
    ['@mira', false],
  ])('%s calls me: %s', async (text, isMe) => {
    const mention = (await drawn(text)).find('.mention');
    expect([mention?.textContent.trim(), mention?.classList.contains('me')]).toEqual([text, isMe]);
  });

  it('leaves a name that nobody has as words', async () => {
    const { page, find } = await drawn('@nobody');
    expect([find('.mention'), page.textContent.trim()]).toEqual([null, '@nobody']);
  });

  it('shows a few emoji large', async () => {
    expect((await drawn('🎉 🎉')).page.classList).toContain('jumbo');
    TestBed.resetTestingModule();
    expect((await drawn('🎉 yes')).page.classList).not.toContain('jumbo');
  });
});
