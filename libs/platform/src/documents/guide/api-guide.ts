import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import { basicsChapter } from './basics-chapter.js';
import type { AsyncApi, OpenApi } from './documents.js';
import { eventsChapter } from './events-chapter.js';
import { guideStyle } from './guide-style.js';
import { markup, Markup } from './markup.js';
import { operationsOf, routesChapter } from './routes-chapter.js';
import { shapeOf } from './shape-text.js';
import { webhooksChapter } from './webhooks-chapter.js';

const basics = {
  basics: 'Before you begin',
  authentication: 'Authentication and scopes',
  paging: 'Paging',
  limits: 'Rate limits, and other headers',
  idempotency: 'Requests that are repeated',
  problems: 'Problems',
};

const events = {
  events: 'Connecting',
  'events-of-clients': 'What clients say',
  'events-of-the-server': 'What the server says',
  webhooks: 'What is posted to webhooks',
};

/** The hash by which a policy allows its style, and nothing else that is inline. */
export const guideStyleHash = `sha256-${createHash('sha256').update(guideStyle).digest('base64')}`;

/**
 * The two documents as one page for people, which loads nothing: what all routes have in common,
 * each route, event and webhook with an example, and every shape that they name.
 */
export function apiGuide(openApi: OpenAPIObject, asyncApi: object): string {
  return pageOf(openApi as unknown as OpenApi, asyncApi as AsyncApi).html;
}

function pageOf(openApi: OpenApi, asyncApi: AsyncApi): Markup {
  const shapes = { ...asyncApi.components.schemas, ...openApi.components.schemas };
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${openApi.info.title} API guide</title>
        <style>${new Markup(guideStyle)}</style>
      </head>
      <body>
        <nav aria-label="Contents">
          <h2>Basics</h2>
          ${linksTo(basics)}
          <h2>Routes</h2>
          <ul>
            ${openApi.tags.map(({ name }) => linkTo(`tag-${name}`, name))}
          </ul>
          <h2>Events</h2>
          ${linksTo(events)}
          <h2>More</h2>
          ${linksTo({ operations: 'Every route', shapes: 'Every shape' })}
        </nav>
        <main>
          <h1>${openApi.info.title} API guide</h1>
          <p>
            Made of the same documents as everything else: <code>/api/openapi.json</code> for
            routes, <code>/api/asyncapi.json</code> for events. <code>/api/docs</code> of a running
            server tries them out.
          </p>
          ${basicsChapter(openApi)} ${routesChapter(openApi)} ${eventsChapter(asyncApi)}
          ${webhooksChapter(openApi)}          ${indexOf(openApi)} ${shapesChapter(shapes)}
        </main>
      </body>
    </html> `;
}

const linkTo = (anchor: string, words: string): Markup =>
  markup`<li><a href="#${anchor}">${words}</a></li> `;

const linksTo = (chapters: Readonly<Record<string, string>>): Markup =>
  markup`<ul>
    ${Object.entries(chapters).map(([anchor, words]) => linkTo(anchor, words))}
  </ul>`;

function indexOf(document: OpenApi): Markup {
  const all = document.tags.flatMap(({ name }) => operationsOf(document, name));
  const rows = all.map(
    ({ method, path, operation }) =>
      markup`<tr>
        <td>${method}</td>
        <td><code>${path}</code></td>
        <td><a href="#${operation.operationId}">${operation.summary}</a></td>
      </tr> `,
  );
  return markup`<section id="operations">
    <h2>Every route</h2>
    <table>
      <thead>
        <tr>
          <th>Method</th>
          <th>Path</th>
          <th>About</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section> `;
}

/** What goes wrong has a table of its own; the shapes of its kinds say nothing to people. */
function shapesChapter(schemas: AsyncApi['components']['schemas']): Markup {
  const ids = Object.keys(schemas).filter((id) => !/.Problem$/.test(id));
  const sections = ids.toSorted().map(
    (id) =>
      markup`<h3 id="shape-${id}">${id}</h3>
        <pre tabindex="0"><code>${shapeOf(schemas[id]!)}</code></pre> `,
  );
  return markup`<section id="shapes">
    <h2>Every shape</h2>
    ${sections}
  </section> `;
}
