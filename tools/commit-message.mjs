// Checks commit messages: `commit-message.mjs FILE` (as the hook `commit-msg` does), or
// `commit-message.mjs --recent N` for the last N commits.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const types = [
  'bench',
  'build',
  'chore',
  'docs',
  'feat',
  'fix',
  'perf',
  'refactor',
  'style',
  'test',
];
const head = new RegExp(`^(${types.join('|')})(\\([a-z][a-z0-9-]*\\))?!?: \\S`);
const forbidden = [
  [/\bwip\b/i, 'unfinished work stays on your machine'],
  [/\b(fixup|squash)!/i, 'fold it into the commit that it belongs to'],
  [/\bfix review\b/i, 'fold it into the commit that it belongs to'],
  [/(\bissue\s*#?\d|#\d+\b)/i, 'a message explains itself; trackers come and go'],
  [/(^|\s)\/(home|root|tmp|work|Users)\//m, 'a path of one machine says nothing on another'],
];

/** What is wrong with a message, a line each; nothing when it is fine. */
export function problemsOf(message) {
  const text = message.replace(/^#.*$/gm, '').trim();
  const [subject, blank, ...body] = text.split('\n');
  const problems = [];
  if (/^(Merge|Revert) /.test(subject)) return problems;
  if (!head.test(subject))
    problems.push(`the first line is not \`type(scope): summary\` (${types.join(', ')})`);
  if (subject.length > 72)
    problems.push(`the first line has ${subject.length} characters, at most 72`);
  if (subject.endsWith('.')) problems.push('the first line ends with a full stop');
  if (blank === undefined || blank !== '' || body.join('').trim() === '') {
    problems.push('there is no body, after an empty line: say why, and how you know that it works');
  }
  for (const [pattern, why] of forbidden) {
    const found = pattern.exec(text);
    if (found) problems.push(`"${found[0].trim()}": ${why}`);
  }
  return problems;
}

function main([first, count]) {
  const messages =
    first === '--recent' ? recentMessages(count) : [['message', readFileSync(first, 'utf8')]];
  for (const [name, message] of messages) {
    for (const problem of problemsOf(message)) {
      console.error(`${name}: ${problem}`);
      process.exitCode = 1;
    }
  }
}

function recentMessages(count) {
  const log = execFileSync('git', ['log', '-z', '--no-merges', '-n', count, '--format=%h%n%B'], {
    encoding: 'utf8',
  });
  return log
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => [entry.slice(0, entry.indexOf('\n')), entry.slice(entry.indexOf('\n') + 1)]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
