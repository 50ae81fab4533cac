/** How a page may look, by the attributes that the tokens know. */
export interface Look {
  readonly theme: Theme;
  readonly density: Density;
  readonly direction: Direction;
}

export type Theme = 'light' | 'dark' | 'contrast';
export type Density = 'comfortable' | 'compact';
export type Direction = 'ltr' | 'rtl';

export const themes: readonly Theme[] = ['light', 'dark', 'contrast'];
export const densities: readonly Density[] = ['comfortable', 'compact'];
export const directions: readonly Direction[] = ['ltr', 'rtl'];

/** Every look there is; both directions of a theme stand beside each other. */
export const allLooks: readonly Look[] = densities.flatMap((density) =>
  themes.flatMap((theme) => directions.map((direction) => ({ theme, density, direction }))),
);

/** One of `all`, or the first: an address may say anything. */
export function oneOf<Value extends string>(
  all: readonly Value[],
  wanted: string | undefined,
): Value {
  return all.find((value) => value === wanted) ?? all[0]!;
}
