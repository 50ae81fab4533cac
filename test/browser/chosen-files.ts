import type { Page } from '@playwright/test';

/** A file as a person has it on their disk. */
export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture of a hill, px, drawn by the browser itself. */
export async function aPicture(
  page: Page,
  name: string,
  [width, height]: readonly [number, number] = [1200, 800],
): Promise<Chosen> {
  const address = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d')!;
      const sky = pen.createLinearGradient(0, 0, w, h);
      sky.addColorStop(0, '#e9dcb9');
      sky.addColorStop(1, '#9fc4bd');
      pen.fillStyle = sky;
      pen.fillRect(0, 0, w, h);
      pen.fillStyle = '#2f6b63';
      pen.beginPath();
      pen.moveTo(0, h);
      pen.lineTo(w * 0.55, h * 0.5);
      pen.lineTo(w, h);
      pen.fill();
      return canvas.toDataURL('image/png');
    },
    [width, height] as const,
  );
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'),
  };
}

export function aText(name: string, text: string): Chosen {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Text of so many bytes, no two lines of which are alike. */
export function aLongText(name: string, bytes: number): Chosen {
  const lines = Array.from({ length: bytes / 64 }, (_, n) => `line ${n} `.padEnd(63, '.'));
  return aText(name, `${lines.join('\n')}\n`);
}

/** What a server takes for nothing that it accepts. */
export function aProgram(name: string): Chosen {
  const buffer = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(4096)]);
  return { name, mimeType: 'application/octet-stream', buffer };
}

export async function choose(page: Page, files: readonly Chosen[]): Promise<void> {
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await picking).setFiles([...files]);
}

/** Drags files over the timeline; drops them once `meanwhile` is done. */
export async function drag(
  page: Page,
  files: readonly Chosen[],
  meanwhile: () => Promise<void>,
): Promise<void> {
  const data = await transferOf(page, files);
  const target = page.getByRole('log');
  await target.dispatchEvent('dragenter', { dataTransfer: data });
  await target.dispatchEvent('dragover', { dataTransfer: data });
  await meanwhile();
  await target.dispatchEvent('drop', { dataTransfer: data });
}

/** Pastes files where one writes. */
export async function paste(page: Page, files: readonly Chosen[]): Promise<void> {
  const data = await transferOf(page, files);
  const field = page.getByRole('textbox', { name: /^Message / });
  await field.evaluate((element, clipboardData) => {
    const about = { clipboardData, bubbles: true, cancelable: true };
    element.dispatchEvent(new ClipboardEvent('paste', about));
  }, data);
}

function transferOf(page: Page, files: readonly Chosen[]) {
  const said = files.map(({ name, mimeType, buffer }) => ({
    ...{ name, mimeType },
    base64: buffer.toString('base64'),
  }));
  return page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, mimeType, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: mimeType }));
    }
    return data;
  }, said);
}
