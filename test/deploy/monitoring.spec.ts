import { readFileSync } from 'node:fs';
import { embedded, split, type Start } from '../topologies/index.js';
import { servicesOf } from './compose-file.js';
import { readYaml, serverApps } from './deploy-files.js';

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly gridPos: Readonly<Record<'x' | 'y', number>>;
    readonly targets: readonly { readonly expr: string }[];
  }[];
}
interface Alerts {
  readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[];
}
interface Scraping {
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly {
    readonly job_name: string;
    readonly authorization: { readonly credentials_file: string };
    readonly dns_sd_configs: readonly {
      readonly names: readonly string[];
      readonly port: number;
    }[];
  }[];
}

const dashboard = JSON.parse(readFileSync('deploy/grafana/parley.json', 'utf8')) as Dashboard;
const { groups } = readYaml('deploy/prometheus/alerts.yml') as Alerts;
const scraping = readYaml('deploy/prometheus/prometheus.yml') as Scraping;
const expressions = [
  ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ...groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
];

/** The series that a process shows by name, whether it has counted anything yet or not. */
async function metricsOf(start: Start): Promise<string[]> {
  const deployment = await start();
  const text = await (await fetch(`${deployment.edgeUrl}/metrics`)).text();
  await deployment.close();
  return [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name!],
  );
}

describe('the dashboard and the alerts', () => {
  it('ask for metrics that there are', async () => {
    const shown = new Set([...(await metricsOf(embedded)), ...(await metricsOf(split))]);
    const asked = expressions.flatMap(
      (text) => text.match(/\b(?:parley|nodejs|process)_\w+/g) ?? [],
    );
    expect(asked.length).toBeGreaterThanOrEqual(expressions.length - 2);
    expect(asked.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('have balanced parentheses, and say of each what it is about', () => {
    for (const text of expressions)
      for (const pair of ['()', '[]', '{}'])
        expect(text.split(pair[0]!).length).toBe(text.split(pair[1]!).length);
    const titles = dashboard.panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('know each service by the name that it is scraped under', () => {
    const jobs = scraping.scrape_configs.map(({ job_name }) => job_name);
    expect([...jobs].sort()).toEqual(serverApps().filter((app) => app !== 'server'));
    for (const list of expressions.flatMap((text) => text.match(/(?<=job=~")[^"]+/g) ?? []))
      expect(list.split('|')).toEqual(jobs);
  });
});

describe('prometheus.yml', () => {
  it('asks the services of the cluster at their port, with the token that it is given', () => {
    const services = servicesOf('cluster');
    const [secret] = servicesOf('monitoring')['prometheus']!.secrets!;
    expect(scraping.rule_files).toEqual(['alerts.yml']);
    for (const { authorization, dns_sd_configs } of scraping.scrape_configs) {
      expect(authorization.credentials_file).toBe(`/run/secrets/${secret}`);
      for (const { names, port } of dns_sd_configs) {
        expect(port).toBe(5000);
        for (const name of names) expect(services).toHaveProperty(name);
      }
    }
  });
});
