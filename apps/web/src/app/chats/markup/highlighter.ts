import { createLowlight, type LanguageFn } from 'lowlight';
import { grammarOf, type GrammarName } from './grammars';

/** A piece of code in one colour; `look` is a class of `message-code.css`, or empty. */
export interface Coloured {
  readonly text: string;
  readonly look: string;
}

/** What the classes of highlight.js look like here: few colours, each with a meaning. */
const looks: Readonly<Record<string, string>> = {
  keyword: 'keyword',
  'selector-tag': 'keyword',
  'selector-class': 'name',
  'selector-id': 'name',
  literal: 'number',
  number: 'number',
  symbol: 'number',
  bullet: 'number',
  string: 'string',
  regexp: 'string',
  addition: 'string',
  link: 'string',
  comment: 'comment',
  quote: 'comment',
  meta: 'comment',
  deletion: 'removed',
  title: 'name',
  name: 'keyword',
  tag: 'keyword',
  section: 'strong',
  strong: 'strong',
  type: 'name',
  built_in: 'name',
  attr: 'name',
  attribute: 'name',
  variable: 'name',
  property: 'name',
};

const lowlight = createLowlight();

type Tree = ReturnType<typeof lowlight.highlight>;
type TreeNode = Tree | Tree['children'][number];

/**
 * The code in its colours; null: there is no grammar for this language. Loads the grammar the
 * first time. Together the pieces are the code.
 */
export async function highlight(
  code: string,
  language: string,
): Promise<readonly Coloured[] | null> {
  const grammar = grammarOf(language);
  if (!grammar) return null;
  await learn(grammar.name, grammar.load);
  return piecesOf(lowlight.highlight(grammar.name, code), '');
}

async function learn(
  name: GrammarName,
  load: () => Promise<{ readonly default: LanguageFn }>,
): Promise<void> {
  if (lowlight.registered(name)) return;
  lowlight.register(name, (await load()).default);
}

function piecesOf(node: TreeNode, look: string): readonly Coloured[] {
  if (node.type === 'text') return [{ text: node.value, look }];
  if (!('children' in node)) return [];
  const own = node.type === 'element' ? lookOf(node.properties['className']) : null;
  return node.children.flatMap((child) => piecesOf(child, own ?? look));
}

/** `['hljs-title', 'function_']`: the first one says it. */
function lookOf(names: unknown): string | null {
  const [first] = Array.isArray(names) ? (names as readonly unknown[]) : [];
  return looks[String(first).replace('hljs-', '')] ?? null;
}
