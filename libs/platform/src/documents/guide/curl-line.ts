import type { Operation, Parameter } from './documents.js';

/** How a shell asks for it: `$PARLEY_URL`, `$TOKEN`, and a variable for each part of the path. */
export function curlLine(method: string, path: string, operation: Operation): string {
  const { parameters = [], requestBody, security = [] } = operation;
  const query = parameters.filter((one) => one.in === 'query' && one.required === true);
  const url = `$PARLEY_URL${path.replaceAll(/\{(\w+)\}/g, '$$$1')}${queryOf(query)}`;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${url}"`,
    ...(security.length === 0 ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...bodyOf(requestBody),
  ];
  return lines.join(' \\\n  ');
}

function bodyOf(body: Operation['requestBody']): string[] {
  const [type, media] = Object.entries(body?.content ?? {})[0] ?? [];
  if (!media) return [];
  if (type !== 'application/json') {
    const { properties = {} } = media.schema as {
      properties?: Record<string, { format?: string }>;
    };
    const isFile = (name: string) => properties[name]?.format === 'binary';
    // A file goes last: what stands before it says what becomes of it.
    const names = Object.keys(properties).toSorted((a, b) => Number(isFile(a)) - Number(isFile(b)));
    return names.map((name) => `-F "${name}=${isFile(name) ? '@picture.png' : `$${name}`}"`);
  }
  const said = JSON.stringify(media.example).replaceAll("'", String.raw`'\''`);
  return ["-H 'Content-Type: application/json'", `-d '${said}'`];
}

function queryOf(parameters: readonly Parameter[]): string {
  const pairs = parameters.map(({ name, schema }) => {
    const { type, minimum = 1 } = schema as { readonly type?: string; readonly minimum?: number };
    return `${name}=${type === 'integer' ? minimum : `$${name}`}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
