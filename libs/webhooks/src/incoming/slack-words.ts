/** Of what Slack escapes; the ampersand last, so that nothing is undone twice. */
const escaped = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
] as const;

/** Markdown, with what Slack has for links and for calling all put in our words. */
export function ours(text: string): string {
  const called = text
    .replace(/<!(channel|here)(?:\|[^<>|]*)?>/g, '@$1')
    .replace(/<!everyone(?:\|[^<>|]*)?>/g, '@channel')
    .replace(/<(https?:\/\/[^\s<>|]+|mailto:[^\s<>|]+)\|([^<>|]+)>/g, (_, address, label) =>
      linkTo(String(address), String(label)),
    );
  return escaped.reduce((all, [code, sign]) => all.replace(code, sign), called);
}

/** What Slack calls `mrkdwn`: one star for what is bold, one tilde for what is struck out. */
export function oursOfMrkdwn(text: string): string {
  const parts = text.split(/(```[\s\S]*?```|`[^`\n]*`)/);
  return parts.map((part, i) => ours(i % 2 === 1 ? part : remarked(part))).join('');
}

const remarked = (text: string): string =>
  text
    .replace(/(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, '**$1**')
    .replace(/(?<![\w~])~(?=[^\s~])([^~\n]*[^\s~])~(?![\w~])/g, '~~$1~~');

/** In Markdown, where brackets end a name, and round ones an address. */
export function linkTo(address: string, label: string): string {
  const name = label.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
  return `[${name}](${address.replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
}

/** Words that are no Markdown, whatever is in them. */
export const plainly = (text: string): string =>
  text
    .replace(/[\\`*~[\]<]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[>+-]|\d{1,9}[.)])/gm, (_, space, mark) =>
      escapedMark(String(space), String(mark)),
    );

/** A number is a list by what is behind it. */
const escapedMark = (space: string, mark: string): string =>
  `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`;
