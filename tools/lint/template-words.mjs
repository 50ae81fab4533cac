import { parseTemplate, TmplAstRecursiveVisitor, tmplAstVisitAll } from '@angular/compiler';

/** Attributes that a person reads or hears. */
const spoken = new Set(
  'alt aria-label aria-description glyph hint label placeholder title'.split(' '),
);

const isWord = (text) => /\p{L}{2}/u.test(text);

class Words extends TmplAstRecursiveVisitor {
  found = [];

  visitText({ value }) {
    this.#add(value);
  }

  visitBoundText({ value }) {
    for (const text of value.ast.strings) this.#add(text);
  }

  visitTextAttribute({ name, value }) {
    if (spoken.has(name.toLowerCase())) this.#add(value);
  }

  #add(text) {
    if (isWord(text)) this.found.push(text.trim());
  }
}

/** The words that stand in a template itself, where no translation reaches them. */
export function wordsOf(template) {
  const { nodes, errors } = parseTemplate(template, 'template.html');
  if (errors?.length > 0) throw new Error(errors[0].toString());
  const words = new Words();
  tmplAstVisitAll(words, nodes);
  return words.found;
}

/** The templates of a component's source. */
export function inlineTemplates(source) {
  return [...source.matchAll(/\btemplate:\s*(?:`([^`]*)`|'([^']*)')/g)].map(
    ([, long, short]) => long ?? short,
  );
}
