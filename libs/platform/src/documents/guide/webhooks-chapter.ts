import type { Answer, OpenApi, Operation } from './documents.js';
import { inline, json, markup, prose, type Markup } from './markup.js';
import { parametersOf } from './routes-chapter.js';
import { shapeOf } from './shape-text.js';

/** What is posted to the addresses of webhooks: once what is the same for all, then each. */
export function webhooksChapter({ webhooks = {} }: OpenApi): Markup {
  const posts = Object.entries(webhooks);
  const [first] = posts.map(([, { post }]) => post);
  return markup`<section id="webhooks">
    <h2>What is posted to webhooks</h2>
    ${first ? rulesOf(first) : ''} ${posts.map(([type, { post }]) => article(type, post))}
  </section> `;
}

function rulesOf({ description = '', parameters = [], responses }: Operation): Markup {
  const rows = Object.entries(responses).map(
    ([status, answer]: [string, Answer]) =>
      markup`<tr>
        <td><code>${status}</code></td>
        <td>${inline(answer.description)}</td>
      </tr> `,
  );
  return markup`${prose(description)} ${parametersOf(parameters)}
    <table>
      <thead>
        <tr>
          <th>You answer</th>
          <th>Then</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function article(type: string, { summary, requestBody }: Operation): Markup {
  const { schema, example } = requestBody!.content['application/json']!;
  return markup`<article id="post-${type}">
    <h3><a href="#post-${type}">${summary}</a></h3>
    <p class="route"><code>${type}</code>: ${shapeOf(schema)}</p>
    ${json(example)}
  </article> `;
}
