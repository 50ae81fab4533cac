import { readdirSync, readFileSync } from 'node:fs';
import { clientEvents, facts, messagesContract, serverEvents } from '@app/contracts';
import { servicesOf } from '../deploy/compose-file.js';
import { allowedImports } from './allowed-imports.js';
import { MarkdownFile } from './markdown.js';
import { Flowchart } from './mermaid.js';

const { blocks } = new MarkdownFile('docs/VISUAL_SUMMARY.md');
const drawn = (heading: string): string[] =>
  blocks.filter(({ under }) => under === heading).map(({ text }) => text);

/** The import list of an app, as it is written; its ports may stand below it. */
function importsOf(app: string) {
  const source = readFileSync(`apps/${app}/src/${app}-app.module.ts`, 'utf8');
  const [, list = ''] = /imports: \[([\s\S]*?)\n {6}\]/.exec(source) ?? [];
  const ports = (module: string): string[] =>
    new RegExp(`${module}\\.for\\(([^)]*)\\)`).exec(source)?.[1]?.match(/\w+/g) ?? [];
  const local = list.replaceAll(/[\w.]+\([^)]*\)/g, '').match(/\w+/g) ?? [];
  return { app, local, asks: ports('RemoteApiModule'), serves: ports('ServeApiModule') };
}

describe('docs/VISUAL_SUMMARY.md', () => {
  it('shows what each app imports, and whom it asks', () => {
    const apps = readdirSync('apps')
      .filter((app) => readdirSync(`apps/${app}/src`).includes(`${app}-app.module.ts`))
      .map(importsOf);
    const chart = new Flowchart(drawn('Apps')[0]!);
    expect(apps.length).toBeGreaterThan(4);
    expect(Object.fromEntries(chart.nodes)).toEqual(
      Object.fromEntries(apps.map(({ app, local }) => [app, [app, ...local]])),
    );
    const asked = apps.flatMap(({ app, asks }) =>
      asks.map((port) => {
        const serving = apps.filter(({ serves }) => serves.includes(port));
        return `${app} → ${serving.map((other) => other.app).join()}: ${port}`;
      }),
    );
    const arrows = chart.arrows.flatMap(({ from, to, label }) =>
      label.map((port) => `${from} → ${to}: ${port}`),
    );
    expect(arrows.toSorted()).toEqual(asked.toSorted());
  });

  it('names what is said on the way of a message as the contracts do', () => {
    const [way = ''] = drawn('The way of a message');
    const said = [...way.matchAll(/: (\w+[_.]\w+)/g)].map(([, name]) => name!);
    const names = [
      ...Object.keys({ ...clientEvents, ...serverEvents, ...facts }),
      ...Object.values(messagesContract).map(({ pattern }) => pattern),
    ];
    expect(said.length).toBeGreaterThan(6);
    expect(said.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('draws the arrows that the rules of dependencies allow, and no other', async () => {
    const chart = new Flowchart(drawn('Who may import whom')[0]!);
    expect(chart.pairs).toEqual(await allowedImports());
  });

  it('has in each shape what Compose starts for it', () => {
    const [solo, scaled, cluster] = drawn('Shapes of deployment').map(
      (text) => new Flowchart(text),
    );
    expect(partsOf(solo!)).toEqual(startedBy('solo'));
    expect(partsOf(cluster!)).toEqual(startedBy('cluster'));
    const parts = new Set(partsOf(scaled!));
    expect([...parts]).toEqual(['mongo', 'nginx', 'redis', 'server']);
  });
});

/** What runs, by its labels: not those who use it. */
function partsOf({ nodes }: Flowchart): string[] {
  const labels = [...nodes.values()].flat();
  return labels.filter((label) => label !== 'people').toSorted();
}

/** The services of the profile that stay, as the pictures call them. */
function startedBy(profile: string): string[] {
  const services = Object.entries(servicesOf(profile));
  const stays = services.filter(([name]) => !name.startsWith('mongo-start'));
  return stays
    .map(([name, { deploy }]) => {
      const replicas = deploy?.replicas ?? 1;
      return replicas > 1 ? `${name} ×${replicas}` : name;
    })
    .toSorted();
}
