import { clausesOf } from './search-text.js';

const issuesOf = (q: string): unknown => {
  try {
    return clausesOf(q);
  } catch (error) {
    // What is wrong, as it goes to who asked.
    return (error as { params: { issues: unknown } }).params.issues;
  }
};

describe('clausesOf', () => {
  it('has the parts of a query', () => {
    expect(clausesOf('tea has:link')).toMatchObject([{ kind: 'text' }, { kind: 'has' }]);
  });

  it('says which complaint it has, and at which character', () => {
    const message = expect.any(String) as string;
    expect(issuesOf('has:money tea "milk')).toEqual([
      { path: 'q', message, offset: 4, complaint: 'unknown_has' },
      { path: 'q', message, offset: 14, complaint: 'unclosed_quote' },
    ]);
  });
});
