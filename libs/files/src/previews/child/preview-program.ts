import type { Order } from './order.js';

// A program of its own, that has to do with one file and ends: `preview-program.js <order>`. What
// it has found is all that it says. It fails by its exit, whatever happens.
const order = JSON.parse(process.argv[2] ?? '') as Order;
process.stdout.write(JSON.stringify(await obey(order, process.cwd())));

/** Each loads what it needs, and nothing else. */
async function obey(order: Order, folder: string): Promise<unknown> {
  switch (order.type) {
    case 'picture':
      return (await import('./picture.js')).makePictures(order, folder);
    case 'page':
      return (await import('./page.js')).drawPage(order, folder);
    case 'waveform':
      return (await import('./waveform.js')).measure(order, folder);
  }
}
