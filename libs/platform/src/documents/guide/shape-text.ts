import type { JsonSchema } from '../json-schema.js';
import { idOf } from './documents.js';
import { markup, type Markup } from './markup.js';

/** Of what a shape is made; anything else is a type that JSON has. */
interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly format?: string;
  readonly default?: unknown;
}

/**
 * A schema as somebody who knows TypeScript reads it, with its bounds as comments; names lead to
 * where they are explained.
 */
export function shapeOf(schema: JsonSchema, indent = ''): Markup {
  const shape = schema as Shape;
  const every = (parts: readonly JsonSchema[]) => parts.map((one) => shapeOf(one, indent));
  if (shape.$ref !== undefined) {
    const id = idOf(shape.$ref);
    return markup`<a href="#shape-${id}">${id}</a>`;
  }
  if (shape.const !== undefined) return markup`${JSON.stringify(shape.const)}`;
  const choices = shape.enum?.map((value) => markup`${JSON.stringify(value)}`);
  if (choices) return joined(choices, ' | ');
  const either = shape.oneOf ?? shape.anyOf;
  if (either) return joined(every(either), ' | ');
  if (shape.allOf) return joined(every(shape.allOf), ' & ');
  return ofType(shape, indent);
}

function ofType(shape: Shape, indent: string): Markup {
  if (Array.isArray(shape.type)) return markup`${(shape.type as string[]).join(' | ')}`;
  if (shape.type === 'array') return list(shape.items ?? {}, indent);
  if (shape.type === 'object') return object(shape, indent);
  return markup`${(shape.type as string | undefined) ?? 'unknown'}`;
}

function list(items: JsonSchema, indent: string): Markup {
  const one = shapeOf(items, indent);
  const isChoice = ['enum', 'anyOf', 'oneOf', 'allOf'].some((key) => key in items);
  return isChoice ? markup`(${one})[]` : markup`${one}[]`;
}

function object(shape: Shape, indent: string): Markup {
  const { properties = {}, required = [], additionalProperties: others } = shape;
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const mark = required.includes(name) ? '' : '?';
    return markup`${inner}${name}${mark}: ${shapeOf(property, inner)};${comment(property)}\n`;
  });
  if (typeof others === 'object' && others !== null && Object.keys(others).length > 0)
    lines.push(markup`${inner}[name: string]: ${shapeOf(others as JsonSchema, inner)};\n`);
  return lines.length === 0 ? markup`{}` : markup`{\n${lines}${indent}}`;
}

function comment(schema: JsonSchema): Markup {
  const words = boundsOf(schema);
  const { description } = schema;
  const all = [
    ...(typeof description === 'string' ? [description] : []),
    ...(words ? [words] : []),
  ];
  return all.length === 0 ? markup`` : markup` <i>// ${all.join(' ')}</i>`;
}

/** What JSON's own bounds say, where they are bounds that somebody set: `1 to 100 characters`. */
export function boundsOf(schema: JsonSchema): string {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const { format = '' } = schema as Shape;
  const unit =
    schema['exclusiveMinimum'] === undefined
      ? minimum
      : `more than ${Number(schema['exclusiveMinimum'])}`;
  const said = [
    format,
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' of them'),
    range(unit, maximum, ''),
    schema['default'] === undefined ? '' : `by default ${JSON.stringify(schema['default'])}`,
  ];
  return said.filter((words) => words !== '').join(', ');
}

/** Zod names what a number can hold at all; nobody wants to read that. */
const isSet = (bound: unknown): boolean =>
  bound !== undefined && !(typeof bound === 'number' && Math.abs(bound) >= Number.MAX_SAFE_INTEGER);

function range(least: unknown, most: unknown, unit: string): string {
  const [from, to] = [isSet(least), isSet(most)];
  if (from && to) return `${String(least)} to ${String(most)}${unit}`;
  if (to) return `up to ${String(most)}${unit}`;
  if (!from || least === 0) return '';
  return typeof least === 'string' ? `${least}${unit}` : `${String(least)} or more${unit}`;
}

function joined(parts: readonly Markup[], between: string): Markup {
  return markup`${parts.map((part, at) => (at === 0 ? part : markup`${between}${part}`))}`;
}
