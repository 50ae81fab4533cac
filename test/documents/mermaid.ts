/** One arrow of a flowchart. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What stands on it, line by line. */
  readonly label: readonly string[];
}

const node = /(\w[\w-]*)(?:\[\(?"?|\(\()?/;
const arrow = /\s*(<?-->)(?:\|"?([^|"]*)"?\|)?\s*/;

/**
 * A Mermaid flowchart, in the part of the language that our documents use:
 * `a["label"] -->|"label"| b & c`.
 */
export class Flowchart {
  /** `Map<id, lines of its label>`; without a label, the id. */
  readonly nodes = new Map<string, readonly string[]>();
  readonly arrows: readonly Arrow[];

  constructor(text: string) {
    const [head = '', ...lines] = text.split('\n');
    if (!head.startsWith('flowchart')) throw new Error(`Not a flowchart: ${head}`);
    this.arrows = lines.flatMap((line) => this.#read(line.trim()));
  }

  /** `['a → b', …]`, sorted. */
  get pairs(): string[] {
    return this.arrows.map(({ from, to }) => `${from} → ${to}`).toSorted();
  }

  #read(line: string): Arrow[] {
    const parts = line.split(new RegExp(arrow, 'g'));
    // Groups of nodes, and between two of them the arrow and its label.
    const groups = parts.filter((_, i) => i % 3 === 0).map((group) => this.#nodesOf(group));
    return groups.slice(1).flatMap((targets, i) => {
      const isBoth = parts[i * 3 + 1]!.startsWith('<');
      const label = linesOf(parts[i * 3 + 2] ?? '');
      return groups[i]!.flatMap((from) =>
        targets.flatMap((to) => [
          { from, to, label },
          ...(isBoth ? [{ from: to, to: from, label }] : []),
        ]),
      );
    });
  }

  #nodesOf(group: string): string[] {
    return group.split(' & ').flatMap((text) => {
      const [opening, id] = node.exec(text) ?? [];
      if (!opening || !id) return [];
      const label = text.slice(opening.length).replace(/"?\)*\]?\)*$/, '');
      if (label || !this.nodes.has(id)) this.nodes.set(id, label ? linesOf(label) : [id]);
      return [id];
    });
  }
}

function linesOf(label: string): string[] {
  const plain = label.replaceAll(/<\/?b>/g, '');
  return plain === '' ? [] : plain.split('<br/>');
}
