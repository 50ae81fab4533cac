import { problems, scopes, type ProblemCode } from '@app/contracts';
import type { OpenApi } from './documents.js';
import { code, markup, inline, prose, type Markup } from './markup.js';

const signingIn = `
PARLEY_URL=http://127.0.0.1:5000
TOKEN=$(curl -s "$PARLEY_URL/api/auth/login" -H 'Content-Type: application/json' \\
  -d '{"username":"ada","password":"correct horse battery staple"}' | jq -r .accessToken)
curl "$PARLEY_URL/api/auth/me" -H "Authorization: Bearer $TOKEN"
`.trim();

const paging = `
curl "$PARLEY_URL/api/chats?limit=50" -H "Authorization: Bearer $TOKEN"
curl "$PARLEY_URL/api/chats?limit=50&cursor=$nextCursor" -H "Authorization: Bearer $TOKEN"
`.trim();

const repeating = `
curl "$PARLEY_URL/api/chats" -H "Authorization: Bearer $TOKEN" \\
  -H "Idempotency-Key: $(uuidgen)" -H 'Content-Type: application/json' \\
  -d '{"type":"channel","slug":"harbour","name":"Harbour"}'
`.trim();

/** What is the same for all routes. */
export function basicsChapter({ info, components }: OpenApi): Markup {
  return markup`<section id="basics">
      <h2>Before you begin</h2>
      ${prose(info.description)}
      <p>
        Examples are for a shell: <code>$PARLEY_URL</code> is where the server is,
        <code>$TOKEN</code> who asks, and a part of a path such as <code>$chatId</code> what it is
        about. Dates are ISO 8601 in UTC, ids are opaque texts.
      </p>
    </section>
    ${authentication()} ${pages()} ${limits(components.headers)} ${repetitions()} ${refusals()} `;
}

const authentication = (): Markup =>
  markup`<section id="authentication">
    <h2>Authentication and scopes</h2>
    <p>
      A person signs in with a password and gets an access token for some minutes, and a refresh
      token for the next one (<a href="#authRefresh">refresh</a>). A program has a personal access
      token of its own, <code>parley_&lt;id&gt;_&lt;secret&gt;</code>, which is shown once when it
      is <a href="#tokensMake">made</a>. Both are sent as <code>Authorization: Bearer …</code>, and
      to the socket as <code>auth: {token}</code>.
    </p>
    ${code(signingIn)}
    <p>
      A personal access token opens what its scopes are for, and never more than its owner may do.
      None of them is part of another. A route without one is closed to tokens.
    </p>
    <table>
      <thead>
        <tr>
          <th>Scope</th>
          <th>Opens</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(scopes).map(
          ([scope, about]) =>
            markup`<tr>
              <td><code>${scope}</code></td>
              <td>${about}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`;

const pages = (): Markup =>
  markup`<section id="paging">
    <h2>Paging</h2>
    <p>
      A list is answered as <code>{items, page}</code>. While <code>page.hasMore</code> is true,
      <code>page.nextCursor</code> is the <code>cursor</code> of the next request; a cursor is
      opaque, and good for the same list only. <code>limit</code> bounds a page. Messages of a chat
      are paged by their <code>seq</code> instead (<a href="#messagesList">afterSeq, beforeSeq</a>),
      and what changed of them by <code>rev</code> (<a href="#changesChanges">afterRev</a>).
    </p>
    ${code(paging)}
  </section>`;

const limits = (headers: OpenApi['components']['headers']): Markup =>
  markup`<section id="limits">
    <h2>Rate limits, and other headers</h2>
    <p>
      Requests are counted in buckets, by address and by person. One that is too much is answered by
      429 <a href="#problem-rate_limited"><code>rate_limited</code></a> with
      <code>Retry-After</code>: wait that long, and try again.
    </p>
    <table>
      <thead>
        <tr>
          <th>Header</th>
          <th>About</th>
          <th>Example</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(headers).map(
          ([name, { description, example }]) =>
            markup`<tr>
              <td><code>${name}</code></td>
              <td>${inline(description)}</td>
              <td><code>${example}</code></td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`;

const repetitions = (): Markup =>
  markup`<section id="idempotency">
    <h2>Requests that are repeated</h2>
    <p>
      A POST whose answer was lost may have been done. With an <code>Idempotency-Key</code>,
      anything of your own, it is done once in 24 hours, and answered again as it was, with
      <code>Idempotent-Replayed: true</code>. The same key with another request is
      <a href="#problem-idempotency_key_reused"><code>idempotency_key_reused</code></a
      >, and while the first is under way the repetition is a
      <a href="#problem-conflict"><code>conflict</code></a
      >. A message has a <code>clientMsgId</code> for the same purpose: sent twice, it is there
      once.
    </p>
    ${code(repeating)}
  </section>`;

function refusals(): Markup {
  const rows = (Object.keys(problems) as ProblemCode[]).map((name) => {
    const { status, title } = problems[name];
    return markup`<tr id="problem-${name}">
      <td><code>${name}</code></td>
      <td>${status}</td>
      <td>${title}</td>
    </tr> `;
  });
  return markup`<section id="problems">
    <h2>Problems</h2>
    <p>
      What goes wrong is answered as <code>application/problem+json</code> (RFC 9457):
      <code>{type, title, status, code, params}</code>. <code>code</code> is stable;
      <code>title</code> is for people, and may change. The answer of a socket event is
      <code>{ok: false, problem}</code> with the same. <code>X-Request-Id</code> is what the
      server's log knows the request by.
    </p>
    <table>
      <thead>
        <tr>
          <th>Code</th>
          <th>Status</th>
          <th>Says</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
