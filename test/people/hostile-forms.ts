/** A request that is sent as it stands, to `/api/files/upload`. */
export interface HostileForm {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Odd, and of no harm: what can be read of it is. */
  readonly isTaken: boolean;
}

/** What is too much of a header is left out. */
const taken = new Set([
  'a form as it should be',
  'a form within the form',
  'a header of a megabyte',
  'ten thousand headers',
]);

const boundary = 'between-parts';
const formType = `multipart/form-data; boundary=${boundary}`;
const content = 'harmless text';

const part = (disposition: string, body: string, more = '') =>
  `--${boundary}\r\nContent-Disposition: ${disposition}\r\n${more}\r\n${body}\r\n`;
const field = (name: string, value: string) => part(`form-data; name="${name}"`, value);
const file = (name = 'file', body = content, more = '') =>
  part(`form-data; name="${name}"; filename="a.txt"`, body, `Content-Type: text/plain\r\n${more}`);
const end = `--${boundary}--\r\n`;

const form = (what: string, body: string, type = formType): HostileForm => ({
  what,
  headers: { 'content-type': type },
  body: Buffer.from(body, 'latin1'),
  isTaken: taken.has(what),
});

/** The last is as it should be, so that the rest is known to differ. */
export function hostileForms(chatId: string): readonly HostileForm[] {
  const chat = field('chatId', chatId);
  const good = `${chat}${file()}${end}`;
  return [...brokenForms(chat, good), ...wrongForms(chat), form('a form as it should be', good)];
}

/** No forms, or not to their end. */
function brokenForms(chat: string, good: string): readonly HostileForm[] {
  return [
    form('a form without a boundary', good, 'multipart/form-data'),
    form('a form with an empty boundary', good, 'multipart/form-data; boundary='),
    form('a form with another boundary', good, 'multipart/form-data; boundary=other'),
    form(
      'a form with a boundary of 10,000',
      good,
      `multipart/form-data; boundary=${'x'.repeat(10_000)}`,
    ),
    form('a form that does not end', `${chat}${file()}`),
    form('a form that ends within a header', `${chat}--${boundary}\r\nContent-Dispo`),
    form('no parts', end),
    form('nothing', ''),
    form('a form of another kind', good, `multipart/mixed; boundary=${boundary}`),
    form('an address', 'chatId=1&file=2', 'application/x-www-form-urlencoded'),
    form('JSON', '{"file":"x"}', 'application/json'),
  ];
}

/** Forms, of other things than one file and its chat. */
function wrongForms(chat: string): readonly HostileForm[] {
  const good = `${chat}${file()}${end}`;
  return [
    form('two files', `${chat}${file()}${file()}${end}`),
    form('a file of another field', `${chat}${file('avatar')}${end}`),
    form('a file without a name', `${chat}${part('form-data; name="file"', content)}${end}`),
    form('an unknown field', `${chat}${field('isAdmin', 'true')}${file()}${end}`),
    form('an unknown field after the file', `${chat}${file()}${field('__proto__', '1')}${end}`),
    form('a hundred fields', `${chat.repeat(100)}${file()}${end}`),
    form('a chat that is no id', `${field('chatId', '{"$ne":1}')}${file()}${end}`),
    form('a chat of 10,000', `${field('chatId', 'x'.repeat(10_000))}${file()}${end}`),
    form('no chat', `${file()}${end}`),
    form(
      'a form within the form',
      `${chat}${part('form-data; name="file"', good, `Content-Type: ${formType}\r\n`)}${end}`,
    ),
    form(
      'a header of a megabyte',
      `${chat}${file('file', content, `X-Long: ${'x'.repeat(1_000_000)}\r\n`)}${end}`,
    ),
    form(
      'ten thousand headers',
      `${chat}${file('file', content, 'X-More: 1\r\n'.repeat(10_000))}${end}`,
    ),
    form('a part without headers', `--${boundary}\r\n\r\nlost\r\n${end}`),
  ];
}
