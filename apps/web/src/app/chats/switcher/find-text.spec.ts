import { findText } from './find-text';

/** The title with what was found in brackets; null: it does not fit. */
function found(query: string, title: string, also?: string): string | null {
  const parts = findText(query, title, also)?.parts;
  return parts?.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('') ?? null;
}

describe('findText', () => {
  it.each([
    ['rel', 'Release crew', '[Rel]ease crew'],
    ['CREW', 'Release crew', 'Release [crew]'],
    ['crew rel', 'Release crew', '[Rel]ease [crew]'],
    ['eas', 'Release crew', 'Rel[eas]e crew'],
    ['rc', 'Release crew', '[R]elease [c]rew'],
    ['relcr', 'Release crew', '[Rel]ease [cr]ew'],
    ['sse', 'Große Straße', 'Gro[ße] Straße'],
    ['zoe', 'Zoe\u0308 Łukasz', '[Zoe\u0308] Łukasz'],
    ['луг', 'Зелёный луг', 'Зелёный [луг]'],
    ['怡', '陳怡君', '陳[怡]君'],
    ['rel', '🎉🎉🎉 Release crew', '🎉🎉🎉 [Rel]ease crew'],
    ['🎉', 'Party 🎉 on', 'Party [🎉] on'],
    ['', 'Release crew', 'Release crew'],
  ])('%j in %j: %s', (query, title, words) => {
    expect(found(query, title)).toBe(words);
  });

  it.each([
    ['rlse', 'Release crew'],
    ['crew x', 'Release crew'],
    ['r', '陳怡君'],
  ])('%j does not fit %j', (query, title) => {
    expect(found(query, title)).toBeNull();
  });

  it('does not choke on words that all begin alike', () => {
    // Each letter may begin any of them: to try all ways would never be over.
    expect(found(`${'a'.repeat(20)}x`, 'a '.repeat(40))).toBeNull();
  });

  it('finds by another name, which it does not mark', () => {
    expect(found('bp', 'Борис Павлов', 'bp-77')).toBe('Борис Павлов');
  });

  it('puts the nearer ones first', () => {
    const titles = ['Shared plans', 'Plane', 'Plan', 'My planet', 'Pink lagoon and net'];
    const score = (title: string) => findText('plan', title)?.score ?? 0;
    expect(titles.toSorted((a, b) => score(b) - score(a))).toEqual([
      'Plan',
      'Plane',
      'Shared plans',
      'My planet',
      'Pink lagoon and net',
    ]);
  });
});
