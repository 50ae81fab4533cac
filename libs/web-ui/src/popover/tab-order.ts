const stops = 'a[href], :is(button, input, select, textarea):not(:disabled), [tabindex]';

/** The first and the last element inside of another at which Tab stops; null: there is none. */
export function endsOfTabOrder(
  inside: HTMLElement,
): { readonly first: HTMLElement; readonly last: HTMLElement } | null {
  const found = [...inside.querySelectorAll<HTMLElement>(stops)].filter(
    (element) => element.tabIndex >= 0 && !element.closest('[hidden], [inert]'),
  );
  const [first, last] = [found[0], found.at(-1)];
  return first && last ? { first, last } : null;
}
