import { idOf, type AsyncApi, type EventMessage, type EventOperation } from './documents.js';
import { markup, json, prose, type Markup } from './markup.js';
import { shapeOf } from './shape-text.js';

/** The events of the socket: what clients say, then what the server says. */
export function eventsChapter({ info, operations, components }: AsyncApi): Markup {
  const all = Object.values(operations);
  const messageOf = ({ $ref }: { readonly $ref: string }) => components.messages[idOf($ref)]!;
  const said = all.filter(({ action }) => action === 'receive');
  const heard = all.filter(({ action }) => action === 'send');
  return markup`<section id="events">
      <h2>Events</h2>
      ${prose(info.description)}
    </section>
    <section id="events-of-clients">
      <h2>What clients say</h2>
      ${said.map((operation) => spoken(operation, messageOf))}
    </section>
    <section id="events-of-the-server">
      <h2>What the server says</h2>
      ${heard.map(({ messages }) => told(messageOf(messages[0]!)))}
    </section> `;
}

function spoken(
  operation: EventOperation,
  messageOf: (reference: { readonly $ref: string }) => EventMessage,
): Markup {
  const { name, payload, examples } = messageOf(operation.messages[0]!);
  const ack = messageOf(operation.reply!.messages[0]!);
  return markup`<article id="say-${name}">
    <h3>
      <a href="#say-${name}"><code>${name}</code></a>
    </h3>
    <p>
      For who is signed in, and for a <a href="#authentication">token</a> with
      <code>${operation['x-scope'] ?? ''}</code>.
    </p>
    <pre tabindex="0"><code>${shapeOf(payload)}</code></pre>
    ${json(examples[0]!.payload)}
    <h4>Acknowledged by</h4>
    <pre tabindex="0"><code>${shapeOf(ack.payload)}</code></pre>
  </article> `;
}

const told = ({ name, payload, examples }: EventMessage): Markup =>
  markup`<article id="hear-${name}">
    <h3>
      <a href="#hear-${name}"><code>${name}</code></a>
    </h3>
    <pre tabindex="0"><code>${shapeOf(payload)}</code></pre>
    ${json(examples[0]!.payload)}
  </article> `;
