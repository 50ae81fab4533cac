/** An address that nobody can read leads to the chats; the router would complain on the console. */
export function mendAddress({ location, history }: Pick<Window, 'location' | 'history'>): void {
  try {
    decodeURIComponent(location.pathname + location.search + location.hash);
  } catch {
    // Only trying tells.
    history.replaceState(null, '', '/');
  }
}
