import { endingOf, safeFileName } from './file-name.js';

describe('safeFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Überblick 2026 – неделя 周.txt', 'Überblick 2026 – неделя 周.txt'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/etc/shadow', 'shadow'],
    ['C:\\a\\b.txt', 'b.txt'],
    ['a\u202Egnp.exe', 'agnp.exe'],
    ['line\nbreak\0.txt', 'linebreak.txt'],
    ['.htaccess', 'htaccess'],
    ['..', 'file'],
    ['', 'file'],
    ['  ', 'file'],
    ['folder/', 'file'],
    ['a:b|c?.txt', 'a_b_c_.txt'],
    ['name.txt. . ', 'name.txt'],
    ['CON', '_CON'],
    ['aux.txt', '_aux.txt'],
    ['half\ud800.txt', 'half\ufffd.txt'],
    ['e\u0301.txt', 'é.txt'],
  ])('%j is %j', (said, safe) => {
    expect(safeFileName(said)).toBe(safe);
  });

  it('is at most 255 long, and keeps the ending', () => {
    const name = safeFileName(`${'🙂'.repeat(200)}.jpeg`);
    expect(name.length).toBeLessThanOrEqual(255);
    expect(name).toMatch(/🙂\.jpeg$/u);
    expect(name.isWellFormed()).toBe(true);
  });
});

describe('endingOf', () => {
  it.each([
    ['a.JPG', 'jpg'],
    ['a.tar.gz', 'gz'],
    ['noending', ''],
    ['a.', ''],
    ['a.b c', ''],
  ])('of %j is %j', (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });
});
