import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageFound, PageOrder } from './order.js';

/** Px of a side, however long and thin a page is. */
const leastSide = 1;

/** Draws the first page beside the document. Rejects for what is broken, or locked. */
export async function drawPage(order: PageOrder, folder: string): Promise<PageFound> {
  const data = new Uint8Array(await readFile(join(folder, order.input)));
  const document = await getDocument({ data, ...resources(), ...cautious }).promise;
  const page = await document.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = order.size / Math.max(width, height);
  await writeFile(join(folder, 'page.png'), await drawn(page, scale));
  return { pages: document.numPages, width: Math.round(width), height: Math.round(height) };
}

async function drawn(page: PDFPageProxy, scale: number): Promise<Buffer> {
  const viewport = page.getViewport({ scale });
  const side = (length: number) => Math.max(leastSide, Math.round(length));
  const canvas = createCanvas(side(viewport.width), side(viewport.height));
  await page.render({ canvas, viewport, background: 'white' }).promise;
  return canvas.encode('png');
}

/** No code of the document is run, and no font of this machine is asked for. */
const cautious = {
  disableFontFace: true,
  useSystemFonts: false,
  enableXfa: false,
  maxImageSize: 50_000_000,
  verbosity: 0,
} as const;

/** Fonts and tables that documents take for granted. */
function resources() {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('pdfjs-dist/package.json'));
  return {
    standardFontDataUrl: `${folder}/standard_fonts/`,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    iccUrl: `${folder}/iccs/`,
    wasmUrl: `${folder}/wasm/`,
  };
}
