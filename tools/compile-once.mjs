// The `runtime` of jest's projects: jest's own, which no longer compiles, reads and looks up the same
// for each file of tests anew. Modules are still made anew for each, only their code is taken over.
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import Runtime from 'jest-runtime';
import { root } from './setup/places.mjs';

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

/**
 * Makes a resolver of jest keep where a mapped name leads to: it asks all patterns, and then the
 * disk, for each import of each file of tests, and more than once.
 */
export function resolveOnce(resolver) {
  if (Object.hasOwn(resolver, 'resolveStubModuleName')) return;
  const kept = new Map();
  resolver.resolveStubModuleName = (from, name, options) => {
    const key = [dirname(from), name, options?.conditions].join('\0');
    if (!kept.has(key)) {
      const { resolveStubModuleName } = Object.getPrototypeOf(resolver);
      kept.set(key, resolveStubModuleName.call(resolver, from, name, options));
    }
    return kept.get(key);
  };
}

/** `Map<path, text>`, as long as the process lives. */
const kept = new Map();
const isBundle = (path) => path.includes('spec-packages');
const isOurs = (path) => !path.includes('node_modules') && path.startsWith(root);

/**
 * Reads bundles of packages and our own files once: jest reads all of them anew for each file of
 * tests, and has as much to throw away after it.
 */
class ReadOnce extends Runtime {
  /** `Map<path, text>`: what this file of tests has read. */
  #texts;
  #isKept;

  constructor(config, environment, resolver, transformer, texts, coverage, path, globalConfig) {
    resolveOnce(resolver);
    super(config, environment, resolver, transformer, texts, coverage, path, globalConfig);
    const isWatched = globalConfig.watch || globalConfig.watchAll;
    this.#texts = texts;
    this.#isKept = isWatched ? isBundle : (file) => isBundle(file) || isOurs(file);
    for (const [file, text] of kept) if (this.#isKept(file)) texts.set(file, text);
  }

  /** Bundles have none. Where jest knows of none it reads the whole bundle in search of one. */
  getSourceMaps() {
    const maps = super.getSourceMaps();
    for (const file of kept.keys()) if (isBundle(file)) maps.set(file, noMap);
    return maps;
  }

  teardown() {
    for (const [file, text] of this.#texts) if (this.#isKept(file)) kept.set(file, text);
    super.teardown();
  }
}

/** No such file, which jest finds out once. */
const noMap = join(root, 'tools/no.map');

// Code that ran at the start of a file would be gone at the start of the next.
setFlagsFromString('--no-flush-bytecode');
// A file is over before it would pay to make its code anew by the slow compiler; the quick ones do.
setFlagsFromString('--no-opt');
compileOnce(vm);

// What `require` is to give.
export { ReadOnce as 'module.exports' };
