import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { servicesOf } from '../deploy/compose-file.js';
import { documentPaths, MarkdownFile } from './markdown.js';

const index = 'docs/DOCUMENTATION_INDEX.md';
const documents = documentPaths().map((path) => new MarkdownFile(path));
const read = (path: string): string => readFileSync(path, 'utf8');

/** What a document names, each with where: only what is wrong is worth reading. */
function named(pattern: RegExp, isThere: (name: string, document: MarkdownFile) => boolean) {
  const found = documents.flatMap((document) =>
    document.code.flatMap((code) =>
      [...code.matchAll(pattern)].map(([, name]) => ({ document, name: name! })),
    ),
  );
  const missing = found.filter(({ document, name }) => !isThere(name, document));
  return {
    count: found.length,
    missing: missing.map(({ document, name }) => `${document.path}: ${name}`),
  };
}

describe('The documents', () => {
  it('are in the index, each once', () => {
    const linked = new MarkdownFile(index).links.map((link) => join(dirname(index), link));
    const listed = linked.filter((path) => path.endsWith('.md'));
    const all = documents.map(({ path }) => path).filter((path) => path !== index);
    expect(listed.toSorted()).toEqual(all.toSorted());
  });

  it('link to files and headings that there are', () => {
    const broken = documents.flatMap(({ path, links, anchors }) =>
      links
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [file = '', anchor] = link.split('#');
          const target = file === '' ? path : join(dirname(path), file);
          if (!existsSync(target)) return true;
          if (anchor === undefined) return false;
          return !(file === '' ? anchors : new MarkdownFile(target).anchors).includes(anchor);
        })
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('name scripts of npm, and flags of npm start, that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const runs = named(/\bnpm (?:run (?:-s )?)?([a-z][\w:-]*)/g, (name) =>
      ['ci', 'install', 'i', 'pack', ...Object.keys(scripts)].includes(name),
    );
    const usage = read('tools/setup/start-flags.mjs');
    const flags = named(
      /(?<=npm (?:start|run cluster) -- .*|^)(--[a-z-]+)/g,
      // Decisions, deployment and clients speak of the flags of other programs.
      (flag, { path }) => usage.includes(`${flag} `) || /^(deploy|clients|docs\/adr)\//.test(path),
    );
    expect(runs.count * flags.count).toBeGreaterThan(10);
    expect([...runs.missing, ...flags.missing]).toEqual([]);
  });

  it('name settings that there are', () => {
    const ours = [...read('.env.example').matchAll(/^# (\w+)=/gm)].map(([, name]) => name!);
    const settings = named(
      /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b(?!\.md)/g,
      (name, { path }) =>
        // What the example of a client asks for is no setting of a server.
        ours.includes(name) || path.startsWith('clients/'),
    );
    expect(settings.count).toBeGreaterThan(30);
    expect(settings.missing).toEqual([]);
  });

  it('name files and folders that there are', () => {
    const folders = 'apps|libs|clients|test|tools|bench|deploy|docs';
    const path = new RegExp(`^((?:${folders})/[\\w./-]+)$`, 'g');
    // A certificate is what the operator brings.
    const paths = named(path, (name) => existsSync(name.endsWith('.pem') ? dirname(name) : name));
    expect(paths.count).toBeGreaterThan(15);
    expect(paths.missing).toEqual([]);
  });

  it('name routes that there are', () => {
    const { paths } = JSON.parse(read('docs/openapi.json')) as { paths: Record<string, unknown> };
    const shapes = Object.keys(paths).map((path) => path.replaceAll(/\{\w+\}/g, ':'));
    const documentsOfServer = [
      '/api/docs',
      '/api/guide',
      '/api/openapi.json',
      '/api/asyncapi.json',
    ];
    const routes = named(/(\/api\/[\w/:.$-]+)/g, (route) => {
      const shape = route.replaceAll(/[:$]\w+/g, ':');
      return documentsOfServer.includes(route) || shapes.includes(shape);
    });
    expect(routes.count).toBeGreaterThan(10);
    expect(routes.missing).toEqual([]);
  });

  it('name metrics that there are', () => {
    const sources = sourcesIn('libs').map(read).join('\n');
    const volumes = (name: string) => read('docker-compose.yml').includes(`${name}: {}`);
    // The package of Python is no metric.
    const metrics = named(/\b(parley_(?!client\b)[a-z_]+)\b/g, (name) => {
      const metric = name.replace(/_(bucket|count|sum)$/, '');
      return sources.includes(`'${metric}'`) || volumes(name.replace('parley_', ''));
    });
    expect(metrics.count).toBeGreaterThan(5);
    expect(metrics.missing).toEqual([]);
  });

  it('name profiles and services of Compose that there are', () => {
    const profiles = named(/--profile (\w+)/g, (name) => Object.keys(servicesOf(name)).length > 0);
    const services = named(/docker compose exec (?:-T )?([\w-]+)/g, (name) =>
      ['solo', 'cluster', 'monitoring'].some((profile) => name in servicesOf(profile)),
    );
    expect(profiles.count * services.count).toBeGreaterThan(0);
    expect([...profiles.missing, ...services.missing]).toEqual([]);
  });

  it('quote what the product says when something is wrong as it says it', () => {
    const guide = new MarkdownFile('docs/COMPLETE_PROJECT_GUIDE.md');
    const quoted = guide
      .table('what you see')
      .flatMap(([seen]) => [...seen!.matchAll(/`([^`]+)`/g)].map(([, words]) => words!));
    const sources = sourcesIn('libs').map(read).join('\n');
    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((words) => !sources.includes(words))).toEqual([]);
  });
});

function sourcesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
}
