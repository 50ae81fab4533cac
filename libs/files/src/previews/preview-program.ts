import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONFIG, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { BoundedPrograms } from './bounded-programs.js';
import type { Bounds } from './confinement.js';
import type {
  Order,
  PageFound,
  PageOrder,
  PictureFound,
  PictureOrder,
  WaveformFound,
  WaveformOrder,
} from './child/order.js';

/** As the build names it, in the folder of all programs. */
const program = 'files/preview-program.js';

/** Node cannot do without 2 GiB of address space, most of which it never touches. */
const bounds = {
  memoryBytes: 3 * 1024 ** 3,
  fileBytes: 64 * 1024 ** 2,
} as const satisfies Partial<Bounds>;

/** MiB of objects of JavaScript. Pixels are elsewhere, and bound by the whole. */
const heapMiB = 256;

/**
 * Our own program that looks into files, in a process of its own for each: whatever a file does
 * to what decodes it, that process is all it has, and it may read nothing but itself and the file.
 */
@Injectable()
export class PreviewProgram {
  #places: { readonly programs: string; readonly packages: string } | undefined;

  constructor(
    private readonly programs: BoundedPrograms,
    @Inject(CONFIG) private readonly config: Pick<Config, 'files'>,
  ) {}

  /**
   * Pictures of the one in the folder, as `<size>.webp` beside it. Throws `ProgramFailed` for what
   * is broken, too large, or of another format than is said.
   */
  async picture(
    order: Omit<PictureOrder, 'type'>,
    folder: string,
    signal?: AbortSignal,
  ): Promise<PictureFound> {
    return (await this.#run({ type: 'picture', ...order }, folder, signal)) as PictureFound;
  }

  /** The first page of the PDF in the folder: `image` is the name of a PNG. Throws as `picture`. */
  async page(
    order: Omit<PageOrder, 'type'>,
    folder: string,
    signal?: AbortSignal,
  ): Promise<PageFound & { readonly image: string }> {
    const found = await this.#run({ type: 'page', ...order }, folder, signal);
    return { ...(found as PageFound), image: 'page.png' };
  }

  /** Of samples in the folder. Throws `ProgramFailed` when there are none. */
  async waveform(
    order: Omit<WaveformOrder, 'type'>,
    folder: string,
    signal?: AbortSignal,
  ): Promise<WaveformFound> {
    return (await this.#run({ type: 'waveform', ...order }, folder, signal)) as WaveformFound;
  }

  async #run(order: Order, folder: string, signal?: AbortSignal): Promise<unknown> {
    const { programs, packages } = (this.#places ??= findPlaces());
    const args = [
      `--max-old-space-size=${heapMiB}`,
      // Else each memory of WebAssembly wants 8 GiB of addresses.
      '--disable-wasm-trap-handler',
      '--permission',
      '--allow-addons',
      ...[`${programs}/`, `${packages}/`, `${folder}/`].map((path) => `--allow-fs-read=${path}`),
      `--allow-fs-write=${folder}/`,
      '--no-warnings',
      join(programs, program),
      JSON.stringify(order),
    ];
    const wallMs = this.config.files.previewSeconds * 1000;
    const node = { file: process.execPath, args, folder, bounds: { ...bounds, wallMs } };
    const said = await this.programs.run(node, signal);
    return JSON.parse(said.toString()) as unknown;
  }
}

function findPlaces() {
  const programs = programsFolder();
  return { programs, packages: join(folderAbove('node_modules', programs), 'node_modules') };
}

/** Of the build of which this is a part, or, for tests, of the one that lies beside the sources. */
function programsFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = [folder, join(folder, 'dist/apps')].find((one) => existsSync(join(one, program)));
    if (found !== undefined) return found;
  }
  throw new Error(`There is no ${program}: npm run build:server`);
}

function folderAbove(name: string, from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, name))) return folder;
  throw new Error(`There is no ${name} above ${from}`);
}
