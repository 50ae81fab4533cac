/** What the program that makes previews is told, as JSON. Files are in the folder it runs in. */
export type Order = PictureOrder | PageOrder | WaveformOrder;

/** Pictures of a picture: `<size>.webp` beside it, for each size. */
export interface PictureOrder {
  readonly type: 'picture';
  /** The name of a file. Must be of this format, whatever else could be read. */
  readonly input: string;
  readonly format: PictureFormat;
  /** Px of the longer side, in rising order: `inside`. Of both sides, cut to a square: `square`. */
  readonly sizes: readonly number[];
  readonly fit: 'inside' | 'square';
  /** Whether what moves may go on moving; else its first frame counts. */
  readonly motion: 'kept' | 'stopped';
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff';

/** What it says of a picture, as JSON. */
export interface PictureFound {
  /** Px, upright. */
  readonly width: number;
  readonly height: number;
  /** Base64 of a WebP. */
  readonly blur?: string;
  readonly isAnimated?: true;
  /** Those of the ordered sizes that were made: of `inside`, none is larger than the picture. */
  readonly sizes: readonly number[];
}

/** The first page of a PDF, as `page.png` beside it. */
export interface PageOrder {
  readonly type: 'page';
  readonly input: string;
  /** Px of the longer side. */
  readonly size: number;
}

export interface PageFound {
  readonly pages: number;
  /** Points of the first page, as it is shown. */
  readonly width: number;
  readonly height: number;
}

/** How loud a sound is, in so many parts of the same length. Samples of 16 bits, little endian. */
export interface WaveformOrder {
  readonly type: 'waveform';
  readonly input: string;
  readonly points: number;
}

export interface WaveformFound {
  readonly samples: number;
  /** 0 to 255, which is its loudest part. */
  readonly points: readonly number[];
}
