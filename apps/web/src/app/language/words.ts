/**
 * The shape of a feature's texts, whatever the language: strings and functions that make strings,
 * in groups. The texts of the English source are `as const`; here each literal is any string.
 */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer P) => string
      ? (...parts: P) => string
      : Words<T[K]>;
};
