import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engine } from './engine.mjs';
import { makeInCache, officialMongod, secantus } from './engine-recipes.mjs';
import { root } from './places.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { setUp } from './set-up.mjs';

const program = '#!/bin/sh\necho 1.0\n';

function writeProgram(folder, name = 'engine', text = program) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
}

/** A recipe without hours of compiling. */
const recipe = (folder, make = async (draft) => writeProgram(draft)) => {
  const made = { folder, file: 'engine', count: 0 };
  made.make = async (draft, report) => {
    made.count++;
    await make(draft, report);
  };
  return made;
};

const failing = (words) => async () => {
  throw new Error(words);
};

describe('database engine', () => {
  let cache;
  let recipes;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'parley-cache-'));
    recipes = { officialMongod: recipe('official'), secantus: recipe('built') };
  });

  afterEach(() => rmSync(cache, { recursive: true }));

  const task = (options = {}) =>
    engine({ environment: { PATH: '' }, cache, recipes, hasAnswer: async () => true, ...options });
  const make = (options) => task(options).make({ report: () => {}, after: async () => {} });
  const counts = () => [recipes.officialMongod.count, recipes.secantus.count];

  it.each([
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://x' }],
    ['PARLEY_MONGOD', { PARLEY_MONGOD: '/x/mongod' }],
  ])('is not needed with %s', (_, environment) => {
    expect(task({ environment }).isDone()).toBe(true);
  });

  it('is built for tests, whatever else there is', async () => {
    await make();
    const environment = { MONGODB_URI: 'mongodb://x', PATH: '' };
    expect(task({ environment, forTests: true }).isDone()).toBe(false);
    await make({ environment, forTests: true });
    expect(task({ environment, forTests: true }).isDone()).toBe(true);
    expect(counts()).toEqual([1, 1]);
  });

  it('is not needed with a `mongod` on the path', () => {
    writeProgram(join(cache, 'bin'), 'mongod');
    expect(task({ environment: { PATH: join(cache, 'bin') } }).isDone()).toBe(true);
  });

  it('is downloaded, once', async () => {
    await make();
    expect(task().isDone()).toBe(true);
    expect(counts()).toEqual([1, 0]);
  });

  it('is built when nobody answers', async () => {
    await make({ hasAnswer: async () => false });
    expect(counts()).toEqual([0, 1]);
    expect(task().isDone()).toBe(true);
  });

  it('is built when the download fails, of which nothing stays', async () => {
    recipes.officialMongod = recipe('official', failing('wrong checksum'));
    await make();
    expect(counts()).toEqual([1, 1]);
    expect(readdirSync(cache)).toEqual(['built']);
  });

  it('names all that was tried and the ways out when nothing works', async () => {
    recipes.officialMongod = recipe('official', failing('wrong checksum'));
    recipes.secantus = recipe('built', failing('there is no `cargo`'));
    await expect(make()).rejects.toThrow(
      /wrong checksum[^]*no `cargo`[^]*Three ways out[^]*PARLEY_MONGOD[^]*MONGODB_URI[^]*cargo/,
    );
  });

  it('never counts what does not run', async () => {
    const broken = recipe('broken', async (draft) =>
      writeProgram(draft, 'engine', '#!/bin/false\n'),
    );
    await expect(makeInCache(broken, cache, () => {})).rejects.toThrow('ended with 1');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('begins anew after a build that was killed in the middle', async () => {
    writeProgram(join(cache, 'built.unfinished'));
    expect(task().isDone()).toBe(false);
    await makeInCache(recipes.secantus, cache, () => {});
    expect(readdirSync(cache)).toEqual(['built']);
  });

  it('is made once by two set-ups at a time', async () => {
    let finish;
    const slow = new Promise((resolve) => (finish = resolve));
    recipes.secantus = recipe('built', async (draft) => {
      await slow;
      writeProgram(draft);
    });
    const out = { write: (words) => void (words.startsWith('Waiting') && finish()) };
    const options = { hasAnswer: async () => false };
    await Promise.all([1, 2].map(() => setUp([task(options)], { cache, out })));
    expect(counts()).toEqual([0, 1]);
  });

  it('is looked for by the server where the set-up puts it', () => {
    const file = join(root, 'libs/platform/src/mongo/embedded/find-engine.ts');
    const text = readFileSync(file, 'utf8');
    for (const { folder, file } of [officialMongod, secantus])
      expect(text).toContain(`${folder}/${file}`);
  });
});

describe('build by cargo', () => {
  const path = process.env.PATH;
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-cargo-'));
    process.env.PATH = `${join(folder, 'bin')}:${path}`;
  });

  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });

  it('tells the crate it is at, and keeps the program only', async () => {
    writeProgram(join(folder, 'bin'), 'cargo', standIn);
    const notes = [];
    await makeInCache(secantus, join(folder, 'cache'), (note) => notes.push(note));
    expect(notes).toEqual(['crate 1 of 211', 'crate 2 of 211']);
    expect(readdirSync(join(folder, 'cache', secantus.folder))).toEqual([secantus.file]);
    const asked = readFileSync(join(folder, 'bin/asked'), 'utf8');
    expect(asked).toMatch(/^install secantus-mdb --version 0\.5\.3-beta\.196 --locked /);
    expect(asked).toContain('off 16 true');
  });

  it('says what cargo said when it fails', async () => {
    writeProgram(join(folder, 'bin'), 'cargo', '#!/bin/sh\necho "no linker" >&2; exit 101\n');
    const made = makeInCache(secantus, join(folder, 'cache'), () => {});
    await expect(made).rejects.toThrow(/ended with 101:\nno linker/);
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });
});

/** Does what cargo does, without compiling. */
const standIn = `#!/bin/sh
profile="$CARGO_PROFILE_RELEASE_LTO $CARGO_PROFILE_RELEASE_CODEGEN_UNITS $CARGO_PROFILE_RELEASE_STRIP"
echo "$@ $profile" > "$(dirname "$0")/asked"
echo "    Updating crates.io index" >&2
echo "   Compiling libc v0.2.1" >&2
echo "   Compiling secantus-mdb v0.5.3" >&2
mkdir -p "$CARGO_TARGET_DIR"
while [ "$1" != --root ]; do shift; done
mkdir -p "$2/bin"
printf '#!/bin/sh\\n' > "$2/bin/secantusd-rs"
chmod +x "$2/bin/secantusd-rs"
`;

describe('withSetUpLock', () => {
  it('lets one in after the other', async () => {
    const order = [];
    let leave;
    const first = withSetUpLock('a', () => new Promise((resolve) => (leave = resolve)));
    const second = withSetUpLock(
      'a',
      async () => order.push('second'),
      (pid) => {
        order.push(pid);
        leave();
      },
    );
    await Promise.all([first, second]);
    expect(order).toEqual([String(process.pid), 'second']);
  });

  it('has the same name for every Node, of which some fill up a short one', async () => {
    const names = await withSetUpLock('a', async () =>
      readFileSync('/proc/net/unix', 'utf8').match(/@parley-setup-\S+/g),
    );
    expect(names.filter((name) => name.length !== 108)).toEqual([]);
  });

  it('does not hold up the set-up of another cache', async () => {
    await withSetUpLock('a', () => withSetUpLock('b', async () => {}));
  });

  it('is free again after a failure', async () => {
    await expect(withSetUpLock('a', failing('no'))).rejects.toThrow('no');
    await withSetUpLock('a', async () => {});
  });
});

describe('official download', () => {
  let cache;
  let maker;
  let answer;

  beforeEach(async () => {
    cache = mkdtempSync(join(tmpdir(), 'parley-cache-'));
    answer = () => {};
    maker = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(maker, 'listening');
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${maker.address().port}`;
    process.env.MONGOMS_USE_HTTP = 'true';
  });

  afterEach(() => {
    delete process.env.MONGOMS_DOWNLOAD_MIRROR;
    delete process.env.MONGOMS_USE_HTTP;
    maker.closeAllConnections();
    maker.close();
    rmSync(cache, { recursive: true });
  });

  it('gives up after five seconds without an answer', async () => {
    const from = Date.now();
    await expect(makeInCache(officialMongod, cache, () => {})).rejects.toThrow(
      'no answer within 5 s',
    );
    expect(Date.now() - from).toBeGreaterThan(4500);
    expect(readdirSync(cache)).toEqual([]);
  }, 60_000);

  it('refuses what does not have its checksum', async () => {
    const asked = [];
    answer = ({ url }, response) => {
      asked.push(url);
      response.end(url.endsWith('.md5') ? `${'0'.repeat(32)}  a.tgz` : 'not an archive');
    };
    await expect(makeInCache(officialMongod, cache, () => {})).rejects.toThrow(/MD5|checksum/i);
    expect(asked[0]).toContain('8.2.6.tgz');
    expect(readdirSync(cache)).toEqual([]);
  }, 60_000);
});
