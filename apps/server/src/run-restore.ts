import { startOrRefuse } from '@app/platform';
import { orderFrom } from './backup/backup-order.js';
import { restoreFrom } from './backup/backup-places.js';

// `npm run restore -- FILE [--passphrase-file FILE]`: into the places that the settings name, which
// are empty.
await startOrRefuse(async () => {
  const { chats, messages, files } = await restoreFrom(
    await orderFrom(process.argv.slice(2), 'restore'),
  );
  console.log(`Restored ${chats} chats, ${messages} messages and ${files} contents of files.`);
  process.exit(0);
});
