import { slackZip } from '@app/imports/testing';
import { ServerProcess } from '../processes/server-process.js';
import { Api } from './api.js';
import { Keys } from './keys.js';
import { look } from './look.js';
import { OwnWorkspace } from './own-workspace.js';
import { expect, test } from './stage.js';

test('an owner sees what runs, and how it is', async ({ ownServer, visit }) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/topology'));
  const row = page.getByRole('row', { name: /^server/ });
  await expect(row).toContainText('Ready');
  // A process says now and then what it carries: before that it knew of no socket.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(row).toContainText('1 socket', { timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('heading', { name: 'What waits' })).toBeVisible();
  await look(page, 'console-topology');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('gridcell', { name: /^server/ }));
  await keys.press('Enter');
  const panel = page.getByRole('dialog', { name: /^server/ });
  await expect(panel).toContainText('It takes work.');
  await expect(panel).toContainText('database');
  await look(page, 'console-process');
  await keys.press('Escape');
  await expect(page.getByRole('gridcell', { name: /^server/ })).toBeFocused();
  await keys.tabBackTo(page.getByRole('button', { name: 'Refresh' }));
  await keys.press('Enter');
  await expect(row).toContainText('Ready');
  await keys.mustHaveBeenAlone();
});

test('an owner finds a job that waits, and takes it out', async ({ stage, visit }) => {
  // Nobody takes mails there; they wait for a quarter of an hour before they are sent.
  const server = await ServerProcess.start({
    MONGODB_URI: stage.mongo.uri('console-jobs'),
    PARLEY_SMTP_URL: 'smtp://127.0.0.1:9',
    PARLEY_MAIL_FROM: 'chat@parley.example',
    CLIENT_URL: 'http://parley.example',
  });
  const workspace = await OwnWorkspace.of(server, visit);
  const page = workspace.owner;
  const ada = await workspace.register('Ada Lindqvist');
  const api = await Api.of(page);
  const { id: chatId } = await api.post<{ id: string }>('/api/chats', {
    type: 'direct',
    memberIds: [ada.id],
  });
  await api.post('/api/messages', { chatId, text: 'Nobody is to read this among the jobs' });

  await page.goto(workspace.at('/admin/jobs'));
  await expect(page.getByRole('heading', { name: 'No job is like that' })).toBeVisible();
  await look(page, 'console-no-jobs');
  const row = page.getByRole('row', { name: /^notifications\.mail/ });
  await expect(async () => {
    await page.goto(workspace.at('/admin/jobs?state=delayed&kind=notifications.mail'));
    await expect(row).toBeVisible();
  }).toPass();
  await expect(page.getByText('Nobody is to read')).toHaveCount(0);
  await look(page, 'console-jobs');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('gridcell', { name: 'notifications.mail' }));
  await keys.press('Enter');
  const panel = page.getByRole('dialog', { name: 'notifications.mail' });
  await expect(panel).toContainText('Not before');
  await look(page, 'console-job');
  await keys.tabTo(panel.getByRole('button', { name: 'Remove' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Remove: / })).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'No job is like that' })).toBeVisible();
  await keys.mustHaveBeenAlone();
  await server.stop();
});

test('an owner brings in what was said in Slack, by keys alone', async ({ stage, visit }) => {
  // Where nobody minds that there are messages of years ago.
  const server = await ServerProcess.start({ MONGODB_URI: stage.mongo.uri('console-imports') });
  const workspace = await OwnWorkspace.of(server, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/imports'));
  await expect(page.getByRole('heading', { name: 'Nothing was brought in yet' })).toBeVisible();
  await look(page, 'console-no-imports');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('button', { name: 'Bring in messages' }));
  await keys.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Bring in messages' });
  await keys.tabTo(dialog.getByLabel('Export'));
  // What the picker of the machine does is no key of the page.
  const buffer = slackZip();
  await dialog
    .getByLabel('Export')
    .setInputFiles({ name: 'Acme Slack export.zip', mimeType: 'application/zip', buffer });
  await look(page, 'console-new-import');
  await keys.tabTo(dialog.getByRole('button', { name: 'Try it' }));
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  const rows = page.getByRole('row', { name: /Acme Slack export/ });
  await expect(rows.first()).toContainText('Done');
  await keys.tabTo(page.getByRole('grid').locator('[tabindex="0"]'));
  await keys.press('Enter');
  const panel = page.getByRole('dialog').filter({ hasText: 'Nothing was written.' });
  await expect(panel).toContainText('Cleo Cox (cleo)');
  await look(page, 'console-import-trial');
  await keys.tabTo(panel.getByRole('button', { name: 'Bring it in' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Bring in Acme/ })).toBeVisible();
  await look(page, 'console-import-question');
  await keys.press('Enter');
  await expect(panel).toBeHidden();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Done');
  await look(page, 'console-imports');
  await keys.mustHaveBeenAlone();
  await server.stop();
});

test('an owner has a backup made, and removes it, by keys alone', async ({ ownServer, visit }) => {
  const workspace = await OwnWorkspace.of(ownServer, visit);
  const page = workspace.owner;
  await page.goto(workspace.at('/admin/backups'));
  await expect(page.getByRole('heading', { name: 'No backup was made here yet' })).toBeVisible();
  await look(page, 'console-no-backups');
  const keys = await Keys.of(page);
  await keys.tabTo(page.getByRole('button', { name: 'Make a backup' }));
  await keys.press('Enter');
  const question = page.getByRole('dialog', { name: 'Make a backup now?' });
  await expect(question).toContainText('PARLEY_BACKUP_DIR');
  await look(page, 'console-make-backup');
  await keys.press('Enter');
  await expect(question).toBeHidden();
  // The page follows by itself until the backup is done.
  const row = page.getByRole('row', { name: /Olga Berg/ });
  await expect(row).toContainText('Ready');
  await expect(row).toContainText('Not encrypted');
  await look(page, 'console-backups');
  await keys.tabTo(page.getByRole('grid').locator('[tabindex="0"]'));
  await keys.press('Enter');
  const panel = page.getByRole('dialog').filter({ hasText: 'Checksum' });
  await expect(panel).toContainText('Whoever reads the folder reads all of it.');
  await look(page, 'console-backup');
  await keys.tabTo(panel.getByRole('button', { name: 'Remove' }));
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Remove the backup of / })).toBeVisible();
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'No backup was made here yet' })).toBeVisible();
  await keys.mustHaveBeenAlone();
});
