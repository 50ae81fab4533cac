/** Text that is HTML by now. */
export class Markup {
  constructor(readonly html: string) {}
}

type Part = Markup | string | number | readonly Part[];

/** `markup\`<b>${words}</b>\``: what is put in is text, unless it is `Markup` already. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = parts.map((part, at) => written(part) + strings[at + 1]!);
  return new Markup(strings[0]! + filled.join(''));
}

function written(part: Part): string {
  if (part instanceof Markup) return part.html;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<"]/g, (sign) => escapes[sign]!);

/** What descriptions are written in: paragraphs, lists and `code`. */
export function prose(text: string): Markup[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) =>
      block.startsWith('- ')
        ? markup`<ul>
            ${block
              .split(/^- /m)
              .slice(1)
              .map((item) => markup`<li>${inline(item)}</li>`)}
          </ul>`
        : markup`<p>${inline(block)}</p>`,
    );
}

/** A line of it. */
export function inline(text: string): Markup[] {
  const pieces = text.trim().split('`');
  return pieces.map((piece, at) =>
    at % 2 === 1 ? markup`<code>${piece}</code>` : markup`${piece}`,
  );
}

/** A block of code, such as an example. */
export const code = (text: string): Markup => markup`<pre tabindex="0"><code>${text}</code></pre>`;

/** An example, as JSON. */
export const json = (value: unknown): Markup => code(JSON.stringify(value, null, 2));
