import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Problem, problem } from '@app/contracts';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { brokenOff } from './upload-body.js';

/** A form is a file, and what little there is to say of it. */
const limits = {
  files: 1,
  fields: 2,
  parts: 4,
  fieldSize: 100,
  fieldNameSize: 100,
  headerPairs: 20,
};

/** Nothing is kept back: what cannot be stored yet waits in the connection. */
const fileHwm = 1;

/** The file of a form, once it begins to come. */
export interface FormFile {
  readonly name: string;
  readonly content: Readable;
  /** At most so many bytes will come, as the sender says. */
  readonly announcedBytes: number;
  /** Resolves once all of the form has come. Throws `validation_failed` when it is not whole. */
  readonly atEnd: () => Promise<void>;
}

/** Takes a field of a form, and answers what is wrong with it. */
export type TakeField = (name: string, value: unknown) => string | undefined;

/**
 * Reads a form as it comes, and gives its file to `take` once that begins; fields may come before
 * it and after it. Throws what `take` throws, `unsupported_media_type` for what is no form, and
 * `validation_failed` for one that is not as it should be. What nobody wants any more of the
 * request is read and dropped: the sender hears the answer when it has sent all.
 */
export async function withFormFile<T>(
  request: IncomingMessage,
  take: (file: FormFile) => Promise<T>,
  takeField: TakeField = () => unknownField,
): Promise<T> {
  try {
    return await new OneFileForm(request, take, takeField).outcome;
  } finally {
    request.unpipe();
    request.resume();
  }
}

export const unknownField = 'Unknown field';

class OneFileForm<T> {
  readonly #outcome = Promise.withResolvers<T>();
  readonly #end = Promise.withResolvers<true>();
  #content: Readable | undefined;
  #refusal: Problem | undefined;
  #fault: Error | undefined;

  constructor(
    request: IncomingMessage,
    take: (file: FormFile) => Promise<T>,
    takeField: TakeField,
  ) {
    const form = parserFor(request);
    // It is asked for at the end only, and may be rejected before.
    this.#end.promise.catch(() => undefined);
    form.on('field', (name, value) => {
      const wrong = takeField(name, value);
      if (wrong !== undefined) this.#refuse(name, wrong);
    });
    form.on('filesLimit', () => this.#refuse('file', 'One file at a time'));
    form.on('fieldsLimit', () => this.#refuse('', 'Too many fields'));
    form.on('partsLimit', () => this.#refuse('', 'Too many parts'));
    form.on('file', (field, content, name) => {
      this.#content = content;
      content.on('error', (error) => this.#fail(error instanceof Problem ? error : notForm()));
      if (field !== 'file') this.#refuse(field, unknownField);
      if (this.#refusal) return this.#fail(this.#refusal);
      const announcedBytes = Number(request.headers['content-length'] ?? 0);
      const atEnd = () => this.#atEnd();
      this.#outcome.resolve(this.#taken(take({ name, content, announcedBytes, atEnd })));
    });
    form.on('error', () => this.#fail(notForm()));
    form.on('finish', () => {
      this.#end.resolve(true);
      this.#outcome.reject(this.#refusal ?? invalid('file', 'Missing'));
    });
    request.once('close', () => {
      if (request.complete) return;
      this.#fail(brokenOff());
      this.#content?.destroy(brokenOff());
    });
    request.pipe(form);
  }

  /** What came of its file. */
  get outcome(): Promise<T> {
    return this.#outcome.promise;
  }

  async #atEnd(): Promise<void> {
    await this.#end.promise;
    if (this.#refusal) throw this.#refusal;
  }

  /** The first is told. */
  #refuse(path: string, message: string): void {
    this.#refusal ??= invalid(path, message);
  }

  /** Where the form is at fault, that is said, and not how it was noticed. */
  async #taken(taking: Promise<T>): Promise<T> {
    try {
      return await taking;
    } catch (error) {
      // Also what the file itself is refused for.
      throw this.#fault ?? error;
    }
  }

  #fail(why: Error): void {
    this.#fault ??= why;
    this.#outcome.reject(why);
    this.#end.reject(why);
  }
}

function parserFor({ headers }: IncomingMessage): InstanceType<typeof Busboy> {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\s*;/iu.test(type)) throw problem('unsupported_media_type');
  try {
    return new Busboy({ headers: headers as BusboyHeaders, limits, fileHwm });
  } catch {
    // Without a boundary.
    throw notForm();
  }
}

const notForm = (): Problem => invalid('', 'Not a form');

export const invalid = (path: string, message: string): Problem =>
  problem('validation_failed', { issues: [{ path, message }] });
