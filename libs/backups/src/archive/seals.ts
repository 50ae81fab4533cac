import { createCipheriv, createDecipheriv, createHash, scrypt } from 'node:crypto';
import { BadArchive } from './byte-reader.js';

/** Closes the frames of one archive, or opens them: in their order, each once. */
export interface Seal {
  readonly tagBytes: number;
  close(body: Buffer, isLast: boolean): { readonly bytes: Buffer; readonly tag: Buffer };
  /** Throws `BadArchive` for what was not closed so. */
  open(bytes: Buffer, tag: Buffer, isLast: boolean): Buffer;
}

/** Shows damage: each tag is a hash over the body and the tag before it. */
export function chainSeal(origin: Buffer): Seal {
  let previous = origin;
  const next = (body: Buffer, isLast: boolean) => {
    previous = createHash('sha256').update(previous).update(placeOf(isLast)).update(body).digest();
    return previous;
  };
  return {
    tagBytes: 32,
    close: (body, isLast) => ({ bytes: body, tag: next(body, isLast) }),
    open: (body, tag, isLast) => {
      if (!next(body, isLast).equals(tag)) throw new BadArchive();
      return body;
    },
  };
}

/**
 * Keeps it secret: AES-256-GCM, the nonce being the number of the frame, since each archive has a
 * salt and so a key of its own.
 */
export async function secretSeal(origin: Buffer, passphrase: string, salt: Buffer): Promise<Seal> {
  const key = await keyOf(passphrase, salt);
  let number = 0;
  const nonce = () => {
    const bytes = Buffer.alloc(12);
    bytes.writeBigUInt64BE(BigInt(number++), 4);
    return bytes;
  };
  const context = (isLast: boolean) => Buffer.concat([origin, placeOf(isLast)]);
  return {
    tagBytes: 16,
    close: (body, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonce()).setAAD(context(isLast));
      const bytes = Buffer.concat([cipher.update(body), cipher.final()]);
      return { bytes, tag: cipher.getAuthTag() };
    },
    open: (bytes, tag, isLast) => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(), { authTagLength: 16 })
        .setAAD(context(isLast))
        .setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(bytes), decipher.final()]);
      } catch {
        // It says no more than that the tag is not right.
        throw new BadArchive('The passphrase is wrong, or the backup is damaged.');
      }
    },
  };
}

const placeOf = (isLast: boolean): Buffer => Buffer.from([isLast ? 1 : 0]);

/** 128 MiB and a good part of a second, for whoever guesses, too. */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
