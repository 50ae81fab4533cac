import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** An answer as it was given. */
export interface GivenAnswer {
  readonly status: number;
  readonly body: unknown;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * What is made of an `Idempotency-Key` of somebody: where the request is kept, by what it is
 * recognized, and what its answer is sealed with. An answer may be a secret that is shown once. The
 * key itself is not kept, but may be one that can be guessed; so a secret of ours goes into what is
 * made of it, and whoever copies the store reads nothing. Not into `id`: a key is still known when
 * another secret has taken its place.
 */
export class SealingKey {
  constructor(
    private readonly secret: string,
    private readonly userId: string,
    private readonly key: string,
  ) {}

  get id(): string {
    return createHash('sha256').update(`${this.userId}\0${this.key}`).digest('base64url');
  }

  fingerprintOf(...asked: readonly string[]): string {
    return this.#derive(`request\0${asked.join('\0')}`).toString('base64url');
  }

  seal(answer: GivenAnswer): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#derive('answer'), iv);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  unseal(text: string): GivenAnswer {
    const bytes = Buffer.from(text, 'base64');
    const iv = bytes.subarray(0, ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#derive('answer'), iv);
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const sealed = bytes.subarray(ivBytes + tagBytes);
    const json = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    return JSON.parse(json) as GivenAnswer;
  }

  #derive(purpose: string): Buffer {
    const made = `parley-idempotency-v1\0${this.userId}\0${this.key}\0${purpose}`;
    return createHmac('sha256', this.secret).update(made).digest();
  }
}
