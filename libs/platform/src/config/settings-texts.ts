import * as z from 'zod/mini';
import { settings, type Setting } from './settings.js';

interface Row {
  readonly name: string;
  /** As it would be written; empty when there is none. */
  readonly byDefault: string;
  readonly about: string;
}

/** The text of `.env.example`: every setting, commented out, with its default and its meaning. */
export function envExample(): string {
  const head =
    '# Copy to `.env` and uncomment what you change. The environment wins over this file.';
  const blocks = rows().map(
    ({ name, byDefault, about }) => `# ${plain(about)}\n# ${name}=${byDefault}\n`,
  );
  return [`${head}\n`, ...blocks].join('\n');
}

/** A README whose part between the two `settings` marks is the table of all settings. */
export function withSettings(readme: string): string {
  const [before, rest = ''] = readme.split('<!-- settings -->');
  const [, after = ''] = rest.split('<!-- /settings -->');
  return `${before}<!-- settings -->\n\n${configurationTable()}\n<!-- /settings -->${after}`;
}

/** The table of settings, in Markdown. */
export function configurationTable(): string {
  const lines = rows().map(
    ({ name, byDefault, about }) =>
      `| \`${name}\` | ${byDefault === '' ? '' : `\`${byDefault}\``} | ${about} |`,
  );
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...lines, ''].join('\n');
}

function rows(): Row[] {
  return Object.entries<Setting>(settings).map(([name, { schema, about }]) => ({
    name,
    byDefault: byDefaultOf(schema),
    about,
  }));
}

function byDefaultOf(schema: z.ZodMiniType): string {
  const value = z.safeParse(schema, undefined).data as string | number | undefined;
  return value === undefined ? '' : String(value);
}

const plain = (markdown: string): string => markdown.replaceAll('`', '');
