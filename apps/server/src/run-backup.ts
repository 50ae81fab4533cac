import { backUp } from '@app/backups';
import { startOrRefuse } from '@app/platform';
import { orderFrom } from './backup/backup-order.js';
import { withSource } from './backup/backup-places.js';

// `npm run backup -- FILE [--passphrase-file FILE]`: of the workspace that the settings name,
// whether it runs or not.
await startOrRefuse(async () => {
  const order = await orderFrom(process.argv.slice(2), 'backup');
  const { sizeBytes } = await withSource((source) => backUp(source, order));
  console.log(`Backed up to ${order.file}: ${(sizeBytes / 1e6).toFixed(1)} MB`);
  process.exit(0);
});
