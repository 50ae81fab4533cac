/** A mail as it came in, opened. */
export interface ArrivedMail {
  /** Those whom the server was told to bring it to. */
  readonly to: readonly string[];
  /** In lower case, unfolded: `Map<name, values>`. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Reads what a mail client would: headers, and the two forms of a `multipart/alternative`. */
export function openedMail(to: readonly string[], raw: string): ArrivedMail {
  const { headers, body } = entityOf(raw);
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type')?.[0] ?? '')?.[1];
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => entityOf(part.trimStart()));
  const bodyOf = (type: string) => {
    const part = parts.find((one) => one.headers.get('content-type')?.[0]?.startsWith(type));
    return part ? decoded(part).replaceAll('\r\n', '\n') : '';
  };
  return {
    to,
    headers,
    subject: wordsOf(headers.get('subject')?.[0] ?? ''),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
  };
}

interface Entity {
  readonly headers: Map<string, string[]>;
  readonly body: string;
}

function entityOf(raw: string): Entity {
  const end = raw.indexOf('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  return { headers, body: raw.slice(end + 4) };
}

function decoded({ headers, body }: Entity): string {
  const encoding = headers.get('content-transfer-encoding')?.[0]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? unquoted(body.replaceAll('=\r\n', '')) : body;
}

/** RFC 2047: what of a header is not ASCII. */
const wordsOf = (header: string) =>
  header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, by: string, word: string) =>
      by.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : unquoted(word.replaceAll('_', ' ')),
    );

/** `=C3=A4`: bytes of UTF-8. */
const unquoted = (words: string) =>
  Buffer.from(
    words.replaceAll(/=([\dA-F]{2})/gi, (_, byte: string) =>
      String.fromCharCode(parseInt(byte, 16)),
    ),
    'latin1',
  ).toString();
