import type { Readable } from 'node:stream';

/** What a command line is run in. Texts are written as they are, with the ends of their lines. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** In which it is run: what it looks for lies there or above. */
  readonly folder: string;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves with what somebody types, which is not shown. */
  readonly askSecretly: (question: string) => Promise<string>;
  /** Aborted when the person has had enough: Ctrl-C. */
  readonly enough: AbortSignal;
}
