import vm from 'node:vm';
import { compileOnce, resolveOnce } from './compile-once.mjs';

/** Says how many scripts were made, and with which code of before modules were. */
function watched() {
  const taken = [];
  let scripts = 0;
  const compiler = {
    Script: class extends vm.Script {
      constructor(source, options) {
        super(source, options);
        scripts++;
      }
    },
    SourceTextModule: class extends vm.SourceTextModule {
      constructor(source, options) {
        super(source, options);
        taken.push(options.cachedData);
      }
    },
  };
  compileOnce(compiler);
  return { compiler, taken, scripts: () => scripts };
}

describe('Compiling once', () => {
  const parsingContext = () => vm.createContext({ add: 1 });

  it('makes one script of a file, and a function of it in each context', () => {
    const { compiler, scripts } = watched();
    const source = '"use strict"; const made = (a) => a + add; return { made, b, this: this };';
    const compiled = (context) =>
      compiler.compileFunction(source, ['b'], { filename: '/add.js', parsingContext: context });
    const [one, two] = [parsingContext(), parsingContext()];
    two.add = 2;
    const [first, second] = [compiled(one)(3), compiled(two)(4)];

    expect(scripts()).toBe(1);
    expect([first.made(1), second.made(1)]).toEqual([2, 3]);
    expect([first.b, second.b, first.this]).toEqual([3, 4, undefined]);
    expect(first.made.constructor).toBe(vm.runInContext('Function', one));
    expect(second.made.constructor).toBe(vm.runInContext('Function', two));
  });

  it('tells where something was thrown', () => {
    const { compiler } = watched();
    const options = { filename: '/throw.js', parsingContext: parsingContext() };
    const thrown = compiler.compileFunction('return new Error("here");', [], options)();
    expect(thrown.stack).toContain('/throw.js:1:8');
  });

  it('imports for whoever runs a file now', async () => {
    const { compiler } = watched();
    const asked = [];
    for (const name of ['first', 'second']) {
      const importModuleDynamically = async (specifier) => {
        asked.push(`${name} ${specifier}`);
        const made = new vm.SyntheticModule([], () => {});
        await made.link(() => undefined);
        await made.evaluate();
        return made;
      };
      const options = { filename: '/import.js', parsingContext: parsingContext() };
      await compiler.compileFunction('return import("./late.js");', [], {
        ...options,
        importModuleDynamically,
      })();
    }
    expect(asked).toEqual(['first ./late.js', 'second ./late.js']);
  });

  it('takes the code of a module whose file was compiled before', async () => {
    const { compiler, taken } = watched();
    const one = () =>
      new compiler.SourceTextModule('export const one = {};', { identifier: '/one.js' });
    const modules = [one(), one()];
    for (const module of modules) {
      await module.link(() => undefined);
      await module.evaluate();
    }

    expect(taken).toEqual([undefined, expect.any(Buffer)]);
    expect(modules[0].namespace.one).not.toBe(modules[1].namespace.one);
  });

  it('compiles a file anew that reads otherwise, if only as long as before', () => {
    const { compiler, scripts } = watched();
    const options = { filename: '/give.js', parsingContext: parsingContext() };
    const give = (n) => compiler.compileFunction(`return ${n}`, [], options)();

    expect([give(1), give(2), give(1)]).toEqual([1, 2, 1]);
    expect(scripts()).toBe(3);
  });
});

describe('Resolving once', () => {
  const asked = [];
  class Resolver {
    resolveStubModuleName(from, name, { conditions } = {}) {
      asked.push(`${name} from ${from}`);
      if (name === './nowhere') throw new Error('Cannot find it');
      return name.startsWith('@') ? null : `${from} ${name} ${conditions}`;
    }
  }
  const conditions = ['require'];
  let resolver;

  beforeEach(() => {
    asked.length = 0;
    resolver = new Resolver();
    resolveOnce(resolver);
    resolveOnce(resolver);
  });

  it('asks once where a name leads to from a folder, if to nothing', () => {
    const find = (from, name) => resolver.resolveStubModuleName(from, name, { conditions });
    expect([find('/a/b.js', './one'), find('/a/c.js', './one')]).toEqual(
      Array(2).fill('/a/b.js ./one require'),
    );
    expect([find('/a/b.js', '@any'), find('/a/b.js', '@any')]).toEqual([null, null]);
    expect(asked).toEqual(['./one from /a/b.js', '@any from /a/b.js']);
  });

  it('asks again from another folder, under other conditions, and by another resolver', () => {
    const other = new Resolver();
    resolveOnce(other);
    const all = [
      resolver.resolveStubModuleName('/a/b.js', './one', { conditions }),
      resolver.resolveStubModuleName('/b/b.js', './one', { conditions }),
      resolver.resolveStubModuleName('/a/b.js', './one', { conditions: ['import'] }),
      resolver.resolveStubModuleName('/a/b.js', './one'),
      other.resolveStubModuleName('/a/b.js', './one', { conditions }),
    ];
    expect(new Set(all).size).toBe(4);
    expect(asked).toHaveLength(5);
  });

  it('keeps no failure', () => {
    const find = () => resolver.resolveStubModuleName('/a/b.js', './nowhere', { conditions });
    expect(find).toThrow('Cannot find it');
    expect(find).toThrow('Cannot find it');
    expect(asked).toHaveLength(2);
  });
});
