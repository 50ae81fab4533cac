import { readFileSync } from 'node:fs';

/** One line of a Dockerfile, continued lines joined: `COPY`, `--from=build a b`. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What is copied into a stage: from the build context, or `from` another stage. */
export interface Copied {
  readonly from?: string | undefined;
  readonly source: string;
  readonly target: string;
}

/** The last stage of the Dockerfile: what becomes the image. */
export class FinalStage {
  readonly #instructions: readonly Instruction[];

  constructor(readonly text = readFileSync('Dockerfile', 'utf8')) {
    const all = instructionsOf(text);
    const start = all.findLastIndex(({ name }) => name === 'FROM');
    this.#instructions = all.slice(start);
  }

  /** What comes after each instruction of this name. */
  all(name: string): string[] {
    return this.#instructions.filter((one) => one.name === name).map(({ rest }) => rest);
  }

  get environment(): Record<string, string> {
    const pairs = this.all('ENV').flatMap((line) => line.split(' '));
    return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
  }

  get copies(): Copied[] {
    return this.all('COPY').map((line) => {
      const form = /^(?:--from=(\S+) )?(?:--chown=\S+ )?(\S+) (\S+)$/;
      const [, from, source, target] = form.exec(line)!;
      return { from, source: source!, target: target! };
    });
  }

  get command(): string[] {
    return JSON.parse(this.all('CMD')[0]!) as string[];
  }

  get healthCheck(): string[] {
    return JSON.parse(/ CMD (\[.*\])$/.exec(this.all('HEALTHCHECK')[0]!)![1]!) as string[];
  }
}

export function instructionsOf(text: string): Instruction[] {
  const lines = text.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, '');
  return [...lines.matchAll(/^([A-Z]+) (.*)$/gm)].map(([, name, rest]) => ({
    name: name!,
    rest: rest!,
  }));
}
