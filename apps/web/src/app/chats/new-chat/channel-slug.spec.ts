import { isSlug, slugOf } from './channel-slug';

describe('slugOf', () => {
  it.each([
    ['Release crew', 'release-crew'],
    ['  Größere Pläne! ', 'grossere-plane'],
    ['--a--', 'a'],
    ['陳怡君', ''],
    ['x'.repeat(80), 'x'.repeat(64)],
  ])('%s: %s', (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe('isSlug', () => {
  it.each(['a', 'a-b', '2026'])('takes %s', (text) => expect(isSlug(text)).toBe(true));
  it.each(['', '-a', 'a-', 'A', 'a b', 'é', 'x'.repeat(65)])('refuses %j', (text) =>
    expect(isSlug(text)).toBe(false),
  );
});
