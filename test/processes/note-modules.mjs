// Loaded before an app (`node --import`): writes the address of every module it loads to a file.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.NOTE_MODULES_IN, `${url}\n`);
    return next(url, context);
  },
});
