import { twoInAChannel } from './invitation.js';
import { expect, test } from './stage.js';

test('a server that is killed and comes back needs no reload', async ({ arrive, stage }) => {
  const { ada, hers, his } = await twoInAChannel(arrive);

  await stage.server.kill();
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  await hers.send('while it was dead, 1');
  await hers.send('while it was dead, 2');
  await his.send('from the other side');
  await stage.server.restart();

  await expect(his.row('while it was dead, 2')).toHaveCount(1);
  await expect(his.row('while it was dead, 1')).toHaveCount(1);
  await expect(hers.row('from the other side')).toHaveCount(1);
  await hers.say('after');
  await expect(his.row('after')).toBeVisible();
  await expect(ada.getByText(/Complete to #\d+: nothing missing/)).toBeVisible();
});
