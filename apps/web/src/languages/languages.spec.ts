import { UiLabels } from '@app/web-ui';
import { accountTexts } from '../app/account/account-texts';
import { adminTexts } from '../app/admin/admin-texts';
import { adminChatTexts } from '../app/admin/chats/admin-chat-texts';
import { auditTexts } from '../app/admin/audit/audit-texts';
import { backupTexts } from '../app/admin/backups/backup-texts';
import { importTexts } from '../app/admin/imports/import-texts';
import { botTexts } from '../app/admin/bots/bot-texts';
import { webhookTexts } from '../app/admin/webhooks/webhook-texts';
import { operationTexts } from '../app/admin/operations/operation-texts';
import { retentionTexts } from '../app/admin/retention/retention-texts';
import { reportTexts } from '../app/admin/reports/report-texts';
import { statsTexts } from '../app/admin/dashboard/stats-texts';
import { workspaceTexts } from '../app/admin/settings/workspace-texts';
import { announcingTexts } from '../app/announcing/announcing-texts';
import { madeTexts } from '../app/admin/announcements/made-texts';
import { avatarTexts } from '../app/avatars/avatar-texts';
import { callTexts } from '../app/calls/call-texts';
import { attachingTexts } from '../app/chats/attaching/attaching-texts';
import { detailsTexts } from '../app/chats/chat-details/details-texts';
import { rowMenuTexts } from '../app/chats/chat-list/row-menu-texts';
import { chatTexts } from '../app/chats/chat-texts';
import { commandTexts } from '../app/chats/commands/command-texts';
import { filesTexts } from '../app/chats/files/files-texts';
import { firstRunTexts } from '../app/chats/first-run/first-run-texts';
import { markupTexts } from '../app/chats/markup/markup-texts';
import { peopleTexts } from '../app/chats/people/people-texts';
import { shortcutTexts } from '../app/chats/shortcuts/shortcut-texts';
import { signsTexts } from '../app/chats/signs/signs-texts';
import { placeTexts } from '../app/chats/chat-page/place-texts';
import { switcherTexts } from '../app/chats/switcher/switcher-texts';
import { systemTexts } from '../app/chats/system-texts';
import { voiceTexts } from '../app/chats/voice/voice-texts';
import { writingTexts } from '../app/chats/writing/writing-texts';
import { directoryTexts } from '../app/directory/directory-texts';
import { installationTexts } from '../app/installation/installation-texts';
import { inviteTexts } from '../app/invites/invite-texts';
import type { Dictionary } from '../app/language/dictionary';
import type { LanguageCode } from '../app/language/languages';
import { notificationTexts } from '../app/notifications/notification-texts';
import { problemTexts } from '../app/problem-texts';
import { searchTexts } from '../app/search/search-texts';
import { settingsTexts } from '../app/settings/settings-texts';
import { tokenTexts } from '../app/tokens/token-texts';
import ar from './ar';
import de from './de';
import es from './es';
import fr from './fr';
import { namedLeaves, said, type Leaf } from './testing/leaves';
import { shared } from './testing/shared-words';
import { slips } from './testing/slips';
import uk from './uk';
import zh from './zh';

type Translation = Exclude<LanguageCode, 'en'>;

const english: Dictionary = {
  account: accountTexts,
  admin: adminTexts,
  adminChats: adminChatTexts,
  attaching: attachingTexts,
  audit: auditTexts,
  avatars: avatarTexts,
  backups: backupTexts,
  bots: botTexts,
  calls: callTexts,
  chats: chatTexts,
  commands: commandTexts,
  details: detailsTexts,
  directory: directoryTexts,
  files: filesTexts,
  firstRun: firstRunTexts,
  imports: importTexts,
  installation: installationTexts,
  invites: inviteTexts,
  markup: markupTexts,
  notifications: notificationTexts,
  operations: operationTexts,
  people: peopleTexts,
  places: placeTexts,
  problems: problemTexts,
  reports: reportTexts,
  retention: retentionTexts,
  rowMenu: rowMenuTexts,
  search: searchTexts,
  settings: settingsTexts,
  shortcuts: shortcutTexts,
  signs: signsTexts,
  stats: statsTexts,
  workspace: workspaceTexts,
  announcing: announcingTexts,
  made: madeTexts,
  switcher: switcherTexts,
  system: systemTexts,
  tokens: tokenTexts,
  ui: new UiLabels(),
  voice: voiceTexts,
  webhooks: webhookTexts,
  writing: writingTexts,
};
const translations: Readonly<Record<Translation, Dictionary>> = { de, es, fr, uk, ar, zh };
const codes = Object.keys(translations) as Translation[];
const source = namedLeaves(english);

/** What is said with the same parts in both: `[path, English, translation]`. */
function pairs(code: Translation): readonly (readonly [string, string, string])[] {
  const words = new Map(namedLeaves(translations[code]));
  return source.flatMap(([path, leaf]) => {
    const inEnglish = said(leaf, leaf);
    return said(leaf, words.get(path) ?? '').map(
      (text, at) => [path, inEnglish[at]!, text] as const,
    );
  });
}

/** It names a number, and says more than that differently of one than of several. */
function hasTwoForms(leaf: Leaf): boolean {
  const texts = said(leaf, leaf).filter((text) => /\d/.test(text));
  return new Set(texts.map((text) => text.replaceAll(/\d+/g, '#'))).size > 1;
}

describe.each(codes)('The words in %s', (code) => {
  it('are those of English, no more and no fewer', () => {
    const pathsOf = (leaves: readonly (readonly [string, Leaf])[]) => leaves.map(([path]) => path);
    expect(pathsOf(namedLeaves(translations[code])).sort()).toEqual(pathsOf(source).sort());
  });

  it('say something wherever English does', () => {
    expect(pairs(code).filter(([, before, after]) => (before === '') !== (after === ''))).toEqual(
      [],
    );
  });

  it('keep every name and number that they are given', () => {
    const numbers = new Intl.NumberFormat(code);
    const given = (text: string) => text.match(/⟦\w⟧|\d+/g) ?? [];
    const isKept = (part: string, text: string) =>
      text.includes(part) ||
      text.includes(numbers.format(Number(part))) ||
      // One and two are words of their own: رسالة واحدة, رسالتان; and so is none.
      (code === 'ar' && /^[012]$/.test(part));
    const lost = pairs(code).filter(
      ([, before, after]) =>
        given(before).some((part) => !isKept(part, after)) || /NaN|undefined|null/.test(after),
    );
    expect(lost).toEqual([]);
  });

  it('count by the rules of the language wherever English has two forms', () => {
    const select = jest.spyOn(Intl.PluralRules.prototype, 'select');
    const hasRules = new Intl.PluralRules(code).resolvedOptions().pluralCategories.length > 1;
    const words = new Map(namedLeaves(translations[code]));
    const uncounted = source.filter(([path, leaf]) => {
      select.mockClear();
      const isCounted = hasRules && hasTwoForms(leaf);
      said(leaf, words.get(path) ?? '');
      return isCounted && select.mock.calls.length === 0;
    });
    select.mockRestore();
    expect(uncounted.map(([path]) => path)).toEqual([]);
  });

  it('are not English, but for a few that both have', () => {
    const same = pairs(code).filter(([, before, after]) => before !== '' && before === after);
    const texts = new Set(same.map(([, , text]) => text.replaceAll(/\d+/g, '#')));
    expect([...texts].sort()).toEqual([...shared[code]].sort());
  });

  it('are written as the language is', () => {
    const translated = pairs(code).filter(([, before, after]) => before !== after);
    const found = translated.flatMap(([path, , text]) =>
      slips(code, text).map((slip) => `${path}: ${slip}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('slips', () => {
  it.each([
    ['de', 'Sie sagt "ja"', 'straight quotation mark'],
    ['fr', 'Vraiment ?', 'punctuation without a narrow space'],
    ['uk', 'Really', 'no word in its own letters'],
    ['zh', '删除?', 'punctuation of another script'],
    ['es', 'Seguro?', 'question that is not opened'],
    ['ar', 'حقا?', 'punctuation of another script'],
    ['ar', 'يبدأ بـ https://.', 'sign that the other direction tears off'],
    ['de', 'Laden...', 'three full stops'],
  ] as const)('in %s finds what is wrong with %s', (code, text, slip) => {
    expect(slips(code, text)).toContain(slip);
  });
});
