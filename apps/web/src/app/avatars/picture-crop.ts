import { Injectable } from '@angular/core';

/** Px: twice the largest size in which an avatar is kept. */
const EDGE = 512;

/** The browser cannot draw it. */
export class NotAPicture extends Error {
  override readonly name = 'NotAPicture';
}

/**
 * Cuts the middle out of a picture before it leaves the browser: what is seen is what is sent, a
 * photo of any size is quick to send, and where it was taken stays here.
 */
@Injectable({ providedIn: 'root' })
export class PictureCrop {
  /** Upright. Rejects with `NotAPicture`. */
  async squareOf(file: Blob): Promise<Blob> {
    const picture = await decoded(file);
    try {
      const { width, height } = picture;
      const side = Math.min(width, height);
      const edge = Math.min(EDGE, side);
      const canvas = Object.assign(document.createElement('canvas'), { width: edge, height: edge });
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      // Initials lie beneath it, and would show through.
      context.fillStyle = '#fff';
      context.fillRect(0, 0, edge, edge);
      const [left, top] = [(width - side) / 2, (height - side) / 2];
      context.drawImage(picture, left, top, side, side, 0, 0, edge, edge);
      return await encoded(canvas);
    } finally {
      picture.close();
    }
  }
}

async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    // InvalidStateError: no picture, or of a kind that this browser does not know.
    throw new NotAPicture();
  }
}

/** As a PNG where the browser writes no WebP. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/webp', 0.92),
  );
  if (!blob) throw new NotAPicture();
  return blob;
}
