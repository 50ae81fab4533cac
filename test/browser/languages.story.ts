import type { Page } from '@playwright/test';
import { createChannel } from './conversation.js';
import { takePicture } from './picture.js';
import { expect, test } from './stage.js';

/** What a person sees first of each language; the rest is held by the types and their spec. */
const shells = {
  de: { signIn: 'Anmelden', find: 'Suchen oder springen zu', notes: 'Notizen an mich' },
  es: { signIn: 'Iniciar sesión', find: 'Buscar o ir a', notes: 'Notas para mí' },
  fr: { signIn: 'Se connecter', find: 'Rechercher ou aller à', notes: 'Notes personnelles' },
  uk: { signIn: 'Увійти', find: 'Знайти або перейти', notes: 'Нотатки для себе' },
  ar: { signIn: 'تسجيل الدخول', find: 'بحث أو انتقال إلى', notes: 'ملاحظات لنفسي' },
  zh: { signIn: '登录', find: '搜索或跳转', notes: '我的笔记' },
  'en-XA': {
    signIn: '[Šígñ íñ···]',
    find: '[Fíñd ör jümp tö·····]',
    notes: '[Ñötéš tö šélf·····]',
  },
} as const;

type Code = keyof typeof shells;

const codes = Object.keys(shells) as Code[];
const pictured: readonly Code[] = ['de', 'ar', 'zh', 'en-XA'];
const sizes = { wide: [1440, 900], phone: [390, 844] } as const;

/** Pictured beyond the shell: English with room for more, the other direction, long words. */
const looked: readonly Code[] = ['en-XA', 'ar', 'de'];

/** Words of the English shell that no other language has. */
const english = /\b(Sign in|Password|Create an account|New chat|Find or jump to|created|edited)\b/;

test('every screen speaks every language, and has room for its words', async ({
  arrive,
  visit,
}) => {
  const [ada, door] = [await arrive('Ada Lindqvist'), await visit()];
  const chat = await createChannel(ada, 'Crew 7');
  await chat.say('2.4 ✓');
  await chat.edit('2.4 ✓', '2.4 → 2.5 ✓');
  await chat.say('שלום · 谢谢 · شكرا 🎉');
  const { pathname } = new URL(ada.url());
  await door.goto('/sign-in');
  for (const code of codes) {
    const shell = shells[code];
    await speak(door, code);
    await expect(door.getByRole('button', { name: shell.signIn, exact: true })).toBeVisible();
    await expectWellSet(door, code, 'sign-in');
    if (looked.includes(code)) await lookAtTheForm(door, code);
    await speak(ada, code);
    await expect(ada.getByRole('button', { name: shell.find })).toBeVisible();
    await expect(chat.row('谢谢')).toBeVisible();
    // A long name is cut at its end, also in a page that is written the other way.
    for (const name of ['header h1', '.who b'])
      await expect(ada.locator(name)).toHaveCSS('direction', 'ltr');
    await expectToBeginWithTheName(ada);
    await expectWellSet(ada, code, 'chat');
    await ada.getByRole('link', { name: shell.notes }).click();
    await expect(ada.getByRole('heading', { level: 1, name: shell.notes })).toBeVisible();
    await ada.goBack();
    if (!pictured.includes(code)) continue;
    if (looked.includes(code)) await lookOver(ada, code);
    await ada.goto('/settings/account');
    await expect(ada.locator('input[type=password]').first()).toBeVisible();
    await expectWellSet(ada, code, 'settings');
    await ada.goto(pathname);
  }
});

/** The form of an account has the most words of all doors; then back to where one was. */
async function lookAtTheForm(door: Page, code: Code): Promise<void> {
  await door.goto('/register');
  await expect(door.locator('input[type=password]')).toBeVisible();
  await expectWellSet(door, code, 'register');
  await door.goto('/sign-in');
}

/** What lies over a chat, and the directory. */
async function lookOver(page: Page, code: Code): Promise<void> {
  const dialog = page.getByRole('dialog');
  const overlays: Readonly<Record<string, () => Promise<void>>> = {
    switcher: async () => {
      await page.keyboard.press('Control+k');
      await expect(dialog.getByRole('combobox')).toBeFocused();
    },
    emoji: async () => {
      await page.locator('ui-composer [aria-haspopup=dialog]').click();
      await expect(dialog.getByRole('grid').first()).toBeVisible();
    },
    invites: async () => {
      await expect(page.locator('app-chat-details')).toBeVisible();
      await page.locator('app-invite-link button').last().click();
      await expect(dialog.getByRole('combobox').first()).toBeVisible();
    },
  };
  for (const [name, open] of Object.entries(overlays)) {
    await open();
    await expectWellSet(page, code, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.goto('/directory/people');
  await expect(page.locator('app-people-browser [uiListRow]').first()).toBeVisible();
  await expectWellSet(page, code, 'directory');
}

test('another language is chosen in the settings, and a draft is still there', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
  const chat = await createChannel(ada, 'Crew');
  await chat.composer.fill('half a thought');
  const { pathname } = new URL(ada.url());
  await ada.goto('/settings/language');
  await ada.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await expect(ada.locator('html')).toHaveAttribute('lang', 'de');
  await expect(ada.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de');
  await ada.goto(pathname);
  await expect(ada.getByRole('textbox', { name: 'Nachricht an Crew' })).toHaveValue(
    'half a thought',
  );
});

async function speak(page: Page, code: Code): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('parley.language', chosen), code);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', code);
  await expect(page.locator('html')).toHaveAttribute('dir', code === 'ar' ? 'rtl' : 'ltr');
}

/** Where one writes: the beginning of a long name is seen, whatever way it and the page go. */
async function expectToBeginWithTheName(page: Page): Promise<void> {
  await page.setViewportSize({ width: sizes.phone[0], height: sizes.phone[1] });
  await expect(page.locator('app-chat-details')).toHaveCount(0);
  const field = page.locator('ui-composer textarea');
  const words = (await field.getAttribute('placeholder'))!;
  const seen = async (name: string) => {
    const shown = words.replace(/\p{L}+ 7/u, name);
    await field.evaluate((it: HTMLTextAreaElement, text) => (it.placeholder = text), shown);
    return (await field.screenshot()).toString('base64');
  };
  for (const name of [
    'Donaudampfschifffahrtsgesellschaft'.repeat(3),
    'محادثة طويلة جدا '.repeat(9),
  ]) {
    // What follows the size has its own time.
    await expect(async () => {
      const isCut = (await seen(`${name} 1`)) === (await seen(`${name} 2`));
      const hasBeginning = (await seen(`1 ${name}`)) !== (await seen(`2 ${name}`));
      expect([words, name, isCut, hasBeginning]).toEqual([words, name, true, true]);
    }).toPass({ timeout: 60_000 });
  }
  await field.evaluate((it: HTMLTextAreaElement, text) => (it.placeholder = text), words);
}

/** No word of English, nothing wider than its place, on a desk and on a phone. */
async function expectWellSet(page: Page, code: Code, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    // On a phone they would cover the conversation, and so they go.
    if (size === 'phone') await expect(page.locator('app-chat-details')).toHaveCount(0);
    // What follows the size has its own time.
    await expect.soft.poll(() => tooWide(page), `${code}, ${name}, ${size}`).toEqual([]);
    const words = await page.locator('body').innerText();
    expect.soft(words, `${code}, ${name}`).not.toMatch(english);
    if (pictured.includes(code)) await takePicture(page, `${name}-${code}-${size}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** The page where it can be scrolled to the side, and each button that cuts or spills its words. */
async function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const words = document.createRange();
    // What people are called is theirs, and as long as they like.
    const isTheirs = (element: Element) => element.getAttribute('dir') === 'auto';
    const isCut = (element: Element) =>
      element.scrollWidth > element.clientWidth &&
      !isTheirs(element) &&
      getComputedStyle(element).overflowX !== 'visible';
    const spills = (button: Element) => {
      if (isTheirs(button)) return false;
      words.selectNodeContents(button);
      return words.getBoundingClientRect().width > button.getBoundingClientRect().width + 1;
    };
    const buttons = [...document.querySelectorAll<HTMLElement>('button, a[uiButton]')]
      .filter((button) => button.checkVisibility())
      .filter((button) => spills(button) || [button, ...button.querySelectorAll('*')].some(isCut));
    const names = buttons.map(({ innerText }) => innerText);
    return root.scrollWidth > root.clientWidth ? ['the page', ...names] : names;
  });
}
