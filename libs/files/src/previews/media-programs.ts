import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, programOn, type Config } from '@app/platform';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod/mini';
import { BoundedPrograms } from './bounded-programs.js';
import type { Bounds } from './confinement.js';
import { inputName } from './work-folders.js';

/** Where something is made, and until when. */
export interface Workplace {
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** What is known of sound or a film without decoding it. */
export interface Probed {
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  /** Undefined: nobody has written it down, as in what a browser records. */
  readonly durationMs: number | undefined;
}

/** Samples of a second, as sound is decoded to be measured. */
export const sampleRate = 8000;

/** Of sound that is decoded, in s: four hours. */
export const maxSoundSeconds = 14_400;

const bounds = {
  memoryBytes: 2 * 1024 ** 3,
  // Four hours of samples.
  fileBytes: 256 * 1024 ** 2,
} as const satisfies Partial<Bounds>;

/** It reads the one file, and no address that is written in it. */
const cautious = ['-v', 'error', '-protocol_whitelist', 'file,pipe'];

/** A film is shown by what it looks like after so many s, as it often begins in black. */
const posterSeconds = 1;

const probed = z.object({
  streams: z.array(
    z.object({
      codec_type: z.optional(z.string()),
      disposition: z.optional(z.object({ attached_pic: z.optional(z.number()) })),
    }),
  ),
  format: z.optional(z.object({ duration: z.optional(z.string()) })),
});

/** What each is for. */
const needed = {
  ffmpeg: 'sounds, films and bitmaps',
  ffprobe: 'sounds and films',
  'heif-convert': 'HEIC pictures',
} as const;

type Name = keyof typeof needed;

/** Programs of the machine that know sound, films and pictures from telephones; if it has them. */
@Injectable()
export class MediaPrograms implements OnModuleInit {
  readonly #files: Readonly<Record<Name, string | undefined>>;
  readonly #logger = new Logger(MediaPrograms.name);

  constructor(
    private readonly programs: BoundedPrograms,
    @Inject(CONFIG) private readonly config: Pick<Config, 'files' | 'searchPath'>,
  ) {
    const found = (name: Name) => programOn(config.searchPath, name);
    this.#files = {
      ffmpeg: found('ffmpeg'),
      ffprobe: found('ffprobe'),
      'heif-convert': found('heif-convert'),
    };
  }

  /** Says what is not to be had: nothing else tells why a film has no preview. */
  onModuleInit(): void {
    if (!this.config.files.hasPreviews) return;
    for (const [name, ofWhat] of Object.entries(needed) as [Name, string][])
      if (!this.has(name)) this.#logger.warn(`No ${name} on the PATH: ${ofWhat} have no previews`);
  }

  has(name: Name): boolean {
    return this.#files[name] !== undefined;
  }

  async probe(demuxer: string, place: Workplace): Promise<Probed> {
    const entries = 'format=duration:stream=codec_type:stream_disposition=attached_pic';
    const args = ['-f', demuxer, '-print_format', 'json', '-show_entries', entries, inputName];
    const said = await this.#run('ffprobe', [...cautious, ...args], place);
    const { streams, format } = probed.parse(JSON.parse(said));
    // The cover of an album is a film of one picture to it.
    const types = streams
      .filter(({ disposition }) => disposition?.attached_pic !== 1)
      .map(({ codec_type }) => codec_type);
    const seconds = Number(format?.duration);
    return {
      hasPicture: types.includes('video'),
      hasSound: types.includes('audio'),
      durationMs: seconds > 0 ? Math.round(seconds * 1000) : undefined,
    };
  }

  /** Ms of a film, by going through it without decoding it. */
  async measure(demuxer: string, place: Workplace): Promise<number> {
    const output = ['-map', '0:v:0', '-c', 'copy', '-f', 'null', '-progress', 'pipe:1', '-'];
    const said = await this.#ffmpeg(['-f', demuxer, '-i', inputName, ...output], place);
    const [, micros = '0'] = [...said.matchAll(/^out_time_us=(\d+)$/gmu)].at(-1) ?? [];
    return Math.round(Number(micros) / 1000);
  }

  /** A frame of a film as it is shown: upright, with square pixels. The name of a PNG. */
  async poster(demuxer: string, durationMs: number, place: Workplace): Promise<string> {
    const name = 'poster.png';
    const at = durationMs < 1000 ? 0 : Math.min(posterSeconds, durationMs / 10_000);
    const from = (seconds: number) => {
      const input = ['-f', demuxer, '-ss', seconds.toFixed(3), '-i', inputName];
      const output = ['-map', '0:v:0', '-frames:v', '1', '-vf', 'scale=iw*sar:ih,setsar=1'];
      return this.#ffmpeg([...input, ...output, '-f', 'image2', '-y', name], place);
    };
    await from(at);
    // A film of one frame has none behind it.
    if (!existsSync(join(place.folder, name))) await from(0);
    return name;
  }

  /** Sound as samples of 16 bits, of one channel, at `sampleRate`. The name of the file. */
  async samples(demuxer: string, place: Workplace): Promise<string> {
    const name = 'sound.pcm';
    const input = ['-f', demuxer, '-i', inputName, '-map', '0:a:0'];
    const output = ['-t', `${maxSoundSeconds}`, '-ac', '1', '-ar', `${sampleRate}`, '-f', 's16le'];
    await this.#ffmpeg([...input, ...output, '-y', name], place);
    return name;
  }

  /** A picture as a PNG; its name. */
  async toPng(by: 'heif-convert' | 'ffmpeg', place: Workplace): Promise<string> {
    const name = 'picture.png';
    if (by === 'heif-convert') await this.#run(by, ['--quiet', inputName, name], place);
    else await this.#ffmpeg(['-f', 'bmp_pipe', '-i', inputName, '-frames:v', '1', name], place);
    if (existsSync(join(place.folder, name))) return name;
    // Where it has found several, they are numbered.
    return 'picture-1.png';
  }

  #ffmpeg(args: readonly string[], place: Workplace): Promise<string> {
    return this.#run('ffmpeg', ['-nostdin', ...cautious, '-threads', '1', ...args], place);
  }

  async #run(name: Name, args: readonly string[], { folder, signal }: Workplace): Promise<string> {
    // What is long takes long, even where nothing is wrong with it.
    const wallMs = 2000 * this.config.files.previewSeconds;
    const program = { file: this.#files[name]!, args, folder, bounds: { ...bounds, wallMs } };
    return (await this.programs.run(program, signal)).toString();
  }
}
