// The `runtime` of jest's projects: jest's own, which no longer compiles the same packages for each
// file of tests anew. Modules are still made anew for each, only their code is taken over.
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import Runtime from 'jest-runtime';

/**
 * Makes `compileFunction` and `SourceTextModule` of `node:vm` keep V8's code by file, as long as
 * the process lives, and take it where a file of the same source is compiled again.
 */
export function compileOnce(compiler) {
  compileFunctionsOnce(compiler);
  compileModulesOnce(compiler);
}

/** A script runs in any context: so what its functions are made of is compiled once, too. */
function compileFunctionsOnce(compiler) {
  const scripts = new Map();
  /** Who imports for the files of the context that is used now: jest has one at a time. */
  let importers = new Map();
  let current;

  function scriptOf(source, names, { filename, ...options }) {
    const found = scripts.get(filename);
    if (found?.source === source) return found.script;
    const head = `(function (${names.join()}) {`;
    const script = new compiler.Script(`${head}${source}\n})`, {
      ...options,
      filename,
      columnOffset: -head.length,
      importModuleDynamically: (...asked) => importers.get(filename)(...asked),
    });
    scripts.set(filename, { source, script });
    return script;
  }

  compiler.compileFunction = (source, names, options) => {
    const { parsingContext, importModuleDynamically, ...others } = options;
    if (current?.deref() !== parsingContext) {
      importers = new Map();
      current = new WeakRef(parsingContext);
    }
    importers.set(options.filename, importModuleDynamically);
    return scriptOf(source, names, others).runInContext(parsingContext);
  };
}

function compileModulesOnce(compiler) {
  const { SourceTextModule } = compiler;
  const kept = new Map();
  compiler.SourceTextModule = class extends SourceTextModule {
    constructor(source, options) {
      const found = kept.get(options.identifier);
      // V8 checks the length of a source and no more.
      const cachedData = found?.source === source ? found.code : undefined;
      super(source, { ...options, ...(cachedData && { cachedData }) });
      if (!cachedData) kept.set(options.identifier, { source, code: this.createCachedData() });
    }
  };
}

/** `Map<path, text>`, as long as the process lives. */
const bundles = new Map();

/**
 * Reads the bundles of packages once: jest reads their twelve megabytes anew for each file of tests,
 * and has as much to throw away after it.
 */
class ReadOnce extends Runtime {
  /** `Map<path, text>`: what this file of tests has read. */
  #texts;

  constructor(config, environment, resolver, transformer, texts, ...others) {
    super(config, environment, resolver, transformer, texts, ...others);
    this.#texts = texts;
    for (const [path, text] of bundles) texts.set(path, text);
  }

  teardown() {
    for (const [path, text] of this.#texts) {
      if (path.includes('spec-packages')) bundles.set(path, text);
    }
    super.teardown();
  }
}

// Code that ran at the start of a file would be gone at the start of the next.
setFlagsFromString('--no-flush-bytecode');
// A file is over before it would pay to make its code anew by the slow compiler; the quick ones do.
setFlagsFromString('--no-opt');
compileOnce(vm);

// What `require` is to give.
export { ReadOnce as 'module.exports' };
