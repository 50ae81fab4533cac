import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program of the machine makes: `{out}` in its arguments is where, `{in}` what it reads. */
export function madeBy(
  program: string,
  args: readonly string[],
  { ending, input }: { readonly ending: string; readonly input?: Buffer },
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'parley-made-'));
  try {
    const places = { '{out}': join(folder, `out.${ending}`), '{in}': join(folder, 'in') };
    if (input) writeFileSync(places['{in}'], input);
    const all = args.map((arg) => new Map(Object.entries(places)).get(arg) ?? arg);
    execFileSync(program, all, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 });
    return readFileSync(places['{out}']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As `madeBy`, by ffmpeg: `of` says from what, `as` how. */
export function recorded(
  ending: string,
  of: readonly string[],
  as: readonly string[] = [],
): Buffer {
  const args = ['-v', 'error', '-y', ...of, ...as, '{out}'];
  return madeBy('ffmpeg', args, { ending });
}

/** So many seconds of a tone, the second half of them silent. */
export const tone = (seconds: number): string[] => [
  ...['-f', 'lavfi', '-i', `sine=440:d=${seconds}`],
  ...['-af', `volume=enable='gt(t,${seconds / 2})':volume=0`],
];

/** So many seconds of a moving test card, 10 pictures each. */
export const film = (size: string, seconds: number): string[] => [
  ...['-f', 'lavfi', '-i', `testsrc2=s=${size}:d=${seconds}:r=10`],
];

/** A PDF of so many pages of 400 × 600 points, each with a red box below. */
export function pdfOf(pages: number): Buffer {
  const drawing = '1 0 0 rg 50 50 300 200 re f';
  const numbers = Array.from({ length: pages }, (_, n) => n + 4);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ...numbers.map(() => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 3 0 R >>'),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + trailer);
}
