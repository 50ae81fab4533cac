import sharp from 'sharp';
import { film, madeBy, pdfOf, recorded, tone } from '../../libs/files/src/testing/made-files.js';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { glance, look } from './look.js';
import { takePicture } from './picture.js';
import { hearToTheEnd } from './playing.js';
import { standStill } from './scroll-course.js';
import { expect, test } from './stage.js';

const CODE = `// Drains one node at a time, the busiest last.
export async function drain(nodes: readonly Node[]): Promise<number> {
  for (const node of nodes) await node.drain({ timeoutMs: 1_500 });
  return nodes.length;
}
`;

/** Hills at dusk, or whatever has these colours. */
const picture = (from: string, to: string, width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>` +
        `<linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/>` +
        `<stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
        `<rect width="100%" height="100%" fill="url(#g)"/></svg>`,
    ),
  );

test('files of every kind are shown, looked at and heard', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const chat = await createChannel(ada, 'Release crew');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  await letIn(hers, his, chatId);
  const upload = (name: string, content: Buffer) => his.upload(chatId, name, content);
  const send = async (text: string, ids: Promise<string>[], more: object = {}) => {
    const fileIds = await Promise.all(ids);
    await his.post('/api/messages', { chatId, text, fileIds, ...more });
  };

  const dusk = await picture('#e7d9b8', '#6f9a93', 1600, 1000).jpeg().toBuffer();
  const sea = await picture('#cbd8e8', '#4a6a94', 600, 900).png().toBuffer();
  const clay = await picture('#f0d3c4', '#a8644a', 900, 600).webp().toBuffer();
  await send('Release notes are final.', [
    upload('dusk.jpg', dusk),
    upload('release-notes-2.4.pdf', pdfOf(14)),
  ]);
  await send('', [upload('sea.png', sea), upload('clay.webp', clay), upload('dusk.jpg', dusk)]);
  await send('How it drains', [
    upload('drain.ts', Buffer.from(CODE)),
    upload('notes.txt', Buffer.from('milk\nbread\n')),
    upload('archive.zip', Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64')),
  ]);
  await send('', [upload('card.mp4', recorded('mp4', film('640x360', 2)))]);
  await send('', [upload('voice.webm', recorded('webm', tone(3), ['-c:a', 'libopus']))], {
    isVoice: true,
  });

  const first = chat.row('Release notes are final.');
  await expect(first.getByRole('button', { name: 'Open dusk.jpg' }).locator('img')).toBeVisible();
  await expect(first).toContainText('14 pages');
  const player = chat.timeline.locator('app-sound-player');
  await expect(player.locator('app-sound-wave path').first()).toHaveAttribute('d', /v26/);
  await expect(player).toContainText('0:00 / 0:03');
  await look(ada, 'files');

  // A look at each of a message, by the arrow keys.
  await standStill(chat.timeline);
  await chat.timeline.getByRole('button', { name: 'Open sea.png' }).click();
  const viewer = ada.getByRole('dialog');
  await expect(viewer.getByRole('img', { name: 'sea.png' })).toBeVisible();
  await expect(viewer).toContainText('1 of 3');
  const overflow = await viewer.locator('.stage').evaluate((e) => e.scrollHeight - e.clientHeight);
  expect(overflow, 'px of a high picture outside of the page').toBe(0);
  await ada.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('img', { name: 'clay.webp' })).toBeVisible();
  await look(ada, 'file-viewer');
  await ada.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await standStill(chat.timeline);
  await chat.timeline.getByRole('button', { name: 'Open drain.ts' }).click();
  await expect(viewer.locator('.keyword').first()).toBeVisible();
  await look(ada, 'file-viewer-code');
  await ada.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await standStill(chat.timeline);

  // It is heard to its end, and then stands at its beginning again.
  await hearToTheEnd(player, 'Play Voice message');
  await expect(player).toContainText('0:00 / 0:03');
  await expect(ada.getByRole('link', { name: /Voice message · 0:03/ })).toBeVisible();

  // All of them are found again beside the conversation, by kind.
  const details = ada.getByRole('complementary', { name: 'Details' });
  const showFiles = () => details.getByText('Files', { exact: true }).click();
  await showFiles();
  const tiles = details.locator('.tile');
  await expect(tiles).toHaveCount(5);
  await expect(tiles.locator('img')).toHaveCount(5);
  await glance(ada, 'chat-files');
  await details.getByRole('button', { name: 'Open card.mp4 0:02' }).focus();
  await ada.keyboard.press('ArrowRight');
  await expect(details.getByRole('button', { name: 'Open sea.png' })).toBeFocused();
  await ada.keyboard.press('Enter');
  await expect(viewer).toContainText('2 of 5');
  await ada.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await details.getByRole('tab', { name: 'Audio' }).click();
  await expect(details.locator('app-sound-player')).toContainText('0:00 / 0:03');
  await glance(ada, 'chat-files-audio');
  await details.getByRole('tab', { name: 'Documents' }).click();
  const names = details.locator('app-file-card .name');
  const before = ['drain.ts', 'notes.txt', 'release-notes-2.4.pdf'];
  await expect(names).toHaveText(before);
  await glance(ada, 'chat-files-documents');

  // What is sent meanwhile is there, and goes with its message.
  const fileIds = [await upload('minutes.txt', Buffer.from('Nobody was late.'))];
  const sent = await his.post<{ id: string }>('/api/messages', { chatId, fileIds });
  await expect(names).toHaveText(['minutes.txt', ...before]);
  await his.delete(`/api/messages/${sent.id}`);
  await expect(names).toHaveText(before);

  // On a phone they lie over the conversation, until one goes to the place of one.
  await ada.setViewportSize({ width: 390, height: 844 });
  await ada.getByRole('button', { name: 'Details' }).click();
  await showFiles();
  await expect(tiles.locator('img')).toHaveCount(5);
  await glance(ada, 'chat-files-phone');
  await ada.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await takePicture(ada, 'chat-files-rtl');
  await ada.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
  await details.getByRole('link', { name: /^Show clay.webp in the chat/ }).click();
  await expect(details).toBeHidden();
  await expect(chat.timeline.getByRole('button', { name: 'Open clay.webp' })).toBeInViewport();
});

test('what telephones and older programs write is shown, too', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const chat = await createChannel(ada, 'Album');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const hers = await Api.of(ada);
  const input = await picture('#f2d7a0', '#5d7fa3', 800, 600).jpeg().toBuffer();
  const files = {
    'cat.gif': recorded('gif', film('320x240', 1)),
    'beach.heic': madeBy('heif-enc', ['{in}', '-o', '{out}'], { ending: 'heic', input }),
    'song.mp3': recorded('mp3', tone(2)),
  };
  const fileIds = await Promise.all(
    Object.entries(files).map(([name, content]) => hers.upload(chatId, name, content)),
  );
  await hers.post('/api/messages', { chatId, text: 'From my old telephone', fileIds });

  const row = chat.row('From my old telephone');
  for (const name of ['cat.gif', 'beach.heic']) {
    const drawn = row.getByRole('button', { name: `Open ${name}` }).locator('img');
    await expect(drawn).toBeVisible();
    const width = () => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }
  await expect(row.locator('app-sound-player')).toContainText('0:00 / 0:02');
  await glance(ada, 'files-of-old');

  await standStill(chat.timeline);
  await row.getByRole('button', { name: 'Open beach.heic' }).click();
  await expect(ada.getByRole('dialog').getByRole('img', { name: 'beach.heic' })).toBeVisible();
  await glance(ada, 'file-viewer-heic');
});
