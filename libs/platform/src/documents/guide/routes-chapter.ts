import { curlLine } from './curl-line.js';
import { idOf, type Answer, type OpenApi, type Operation, type Parameter } from './documents.js';
import { code, markup, inline, json, prose, type Markup } from './markup.js';
import { boundsOf, shapeOf } from './shape-text.js';

/** An operation, and where it is. */
export interface Located {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** All operations by their tag, in the order of the document. */
export function operationsOf({ paths }: OpenApi, tag: string): Located[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** A section for each tag, with each of its operations. */
export function routesChapter(document: OpenApi): Markup {
  return markup`${document.tags.map(
    ({ name, description }) =>
      markup`<section id="tag-${name}">
        <h2>${name}</h2>
        ${prose(description)}
        ${operationsOf(document, name).map((located) => article(located, document))}
      </section> `,
  )}`;
}

function article(located: Located, { components }: OpenApi): Markup {
  const { method, path, operation } = located;
  const answers = Object.entries(operation.responses).map(
    ([status, answer]) => [status, resolved(answer, components.responses)] as const,
  );
  return markup`<article id="${operation.operationId}">
    <h3><a href="#${operation.operationId}">${operation.summary}</a></h3>
    <p class="route"><b>${method}</b> <code>${path}</code></p>
    ${operation.deprecated === true ? markup`<p><strong>On its way out.</strong></p>` : ''}
    ${prose(operation.description ?? '')} ${whoMay(operation)}
    ${parametersOf(operation.parameters ?? [])} ${bodyOf(operation, components)}
    ${code(curlLine(method, path, operation))}
    ${answers.filter(([status]) => Number(status) < 400).map(([status, answer]) => success(status, answer))}
    ${problemsOf(answers.map(([, answer]) => answer))}
  </article> `;
}

const resolved = (answer: Answer, responses: OpenApi['components']['responses']): Answer =>
  answer.$ref === undefined ? answer : responses[idOf(answer.$ref)]!;

function whoMay({ security = [] }: Operation): Markup {
  if (security.length === 0) return markup`<p>Asks for no account.</p>`;
  const scope = security.map(({ token }) => token?.[0]).find((name) => name !== undefined);
  if (scope === undefined)
    return markup`<p>For who is signed in; <a href="#authentication">tokens</a> do not open it.</p>`;
  return markup`<p>
    For who is signed in, and for a <a href="#authentication">token</a> with <code>${scope}</code>.
  </p>`;
}

/** A table of them, but for the key that is the same everywhere. */
export function parametersOf(parameters: readonly Parameter[]): Markup {
  // What is the same everywhere stands in front.
  const own = parameters.filter((one) => one.name !== 'Idempotency-Key');
  const takesKey = own.length < parameters.length;
  const rows = own.map(
    (one) =>
      markup`<tr>
        <td><code>${one.name}</code></td>
        <td>${one.in}</td>
        <td><code>${shapeOf(one.schema)}</code></td>
        <td>${aboutOf(one)}</td>
      </tr> `,
  );
  const table = markup`<table>
    <thead>
      <tr>
        <th>Parameter</th>
        <th>In</th>
        <th>Type</th>
        <th>About</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table> `;
  const key = markup`<p>Takes an <a href="#idempotency">Idempotency-Key</a>.</p>`;
  return markup`${rows.length === 0 ? '' : table}${takesKey ? key : ''}`;
}

function aboutOf({ required, description, schema }: Parameter): Markup {
  const bounds = boundsOf(schema);
  const said = [required === true ? 'Required.' : '', description ?? '', bounds && `${bounds}.`];
  return markup`${inline(said.filter((words) => words !== '').join(' '))}`;
}

/** Written out: what somebody has to send is not looked up elsewhere. */
function bodyOf({ requestBody }: Operation, { schemas }: OpenApi['components']): Markup {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!media) return markup``;
  const form = type === 'application/json' ? '' : ` as ${type}`;
  const { $ref } = media.schema as { readonly $ref?: string };
  const name = $ref === undefined ? '' : markup`: ${shapeOf(media.schema)}`;
  const schema = $ref === undefined ? media.schema : schemas[idOf($ref)]!;
  return markup`<h4>Body${form}${name}</h4>
    <pre tabindex="0"><code>${shapeOf(schema)}</code></pre>`;
}

function success(status: string, { description, content }: Answer): Markup {
  const [type, media] = Object.entries(content ?? {})[0] ?? [];
  if (!media)
    return markup`<h4>${status}</h4>
      <p>${description}</p>`;
  if (type !== 'application/json')
    return markup`<h4>${status}</h4>
      <p>The bytes.</p>`;
  return markup`<h4>${status}: ${shapeOf(media.schema)}</h4>
    ${json(media.example)}`;
}

function problemsOf(answers: readonly Answer[]): Markup {
  const codes = answers.flatMap(({ content }) =>
    Object.keys(content?.['application/problem+json']?.examples ?? {}),
  );
  const links = codes.map(
    (name) =>
      markup`<li>
        <a href="#problem-${name}"><code>${name}</code></a>
      </li>`,
  );
  return markup`<h4>Problems</h4>
    <ul class="codes">
      ${links}
    </ul>`;
}
