import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configFrom } from '@app/platform';
import { Ajv } from 'ajv';
import { appOf, readYaml, readYamls, serverApps } from './deploy-files.js';

const folder = 'deploy/k8s';
const { resources } = readYaml(join(folder, 'kustomization.yaml')) as { resources: string[] };

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly fieldRef?: { readonly fieldPath: string };
  };
}
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly stringData?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly selector: Readonly<Record<string, unknown>>;
    readonly template: { readonly spec: PodSpec; readonly metadata: { readonly labels: object } };
    readonly minReplicas: number;
    readonly minAvailable: number;
    readonly scaleTargetRef: { readonly name: string };
    readonly replicas?: number;
    readonly strategy?: { readonly type: string };
    readonly externalTrafficPolicy?: string;
    readonly ports?: readonly {
      readonly protocol: string;
      readonly port: number;
      readonly nodePort: number;
    }[];
  };
}
interface Ingress {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly rules: readonly [
      { readonly http: { readonly paths: readonly [{ readonly path: string }] } },
    ];
  };
}
interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly [
    {
      readonly command: readonly string[];
      readonly env: readonly Variable[];
      readonly ports: readonly { readonly containerPort: number }[];
    } & Readonly<Record<'startupProbe' | 'livenessProbe' | 'readinessProbe', Probe>>,
  ];
}
interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

const deployed = resources.flatMap((file) => readYamls(join(folder, file)) as Manifest[]);
const secret = readYaml(join(folder, 'secret.template.yaml')) as Manifest;
const ofKind = (kind: string) => deployed.filter((one) => one.kind === kind);
const named = (kind: string, name: string) =>
  ofKind(kind).find(({ metadata }) => metadata.name === name)?.spec;
/** Those of which there are as many as there is work. */
const scaled = serverApps().filter((app) => app !== 'server' && app !== 'calls');

describe('deploy/k8s', () => {
  it('is what Kubernetes allows, without a field that it does not know', () => {
    const { definitions, kinds } = JSON.parse(
      readFileSync('test/deploy/schemas/kubernetes.json', 'utf8'),
    ) as { definitions: object; kinds: Record<string, string> };
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ definitions }, 'kubernetes');
    for (const manifest of [...deployed, secret]) {
      ajv.validate(`kubernetes${kinds[manifest.kind]}`, manifest);
      expect([manifest.kind, manifest.metadata.name, ajv.errors]).toEqual([
        manifest.kind,
        manifest.metadata.name,
        null,
      ]);
    }
  });

  it('lists files that there are, and not the template of secrets', () => {
    for (const file of resources) expect(existsSync(join(folder, file))).toBe(true);
    expect(resources).not.toContain('secret.template.yaml');
    expect(new Set(Object.values(secret.stringData!))).toEqual(new Set(['']));
  });

  it('runs every service, more than one of each, and never fewer than one', () => {
    const apps = ofKind('Deployment').map(({ metadata, spec }) => [
      metadata.name,
      appOf(spec!.template.spec.containers[0].command),
    ]);
    const media = ['calls-1', 'calls-2'].map((name) => [name, 'calls']);
    expect(apps.sort()).toEqual([...scaled.map((app) => [app, app]), ...media].sort());
    for (const app of scaled) {
      const { selector, template } = named('Deployment', app)!;
      expect(selector['matchLabels']).toEqual(template.metadata.labels);
      expect(named('Service', app)!.selector).toEqual(template.metadata.labels);
      expect(named('PodDisruptionBudget', app)!.selector).toEqual(selector);
      expect(named('PodDisruptionBudget', app)!.minAvailable).toBe(1);
      expect(named('HorizontalPodAutoscaler', app)!.scaleTargetRef.name).toBe(app);
      expect(named('HorizontalPodAutoscaler', app)!.minReplicas).toBeGreaterThanOrEqual(2);
    }
    const all = { 'app.kubernetes.io/name': 'calls' };
    expect(named('Service', 'calls')!.selector).toEqual(all);
    expect(named('PodDisruptionBudget', 'calls')).toEqual({
      ...{ minAvailable: 1, selector: { matchLabels: all } },
    });
  });

  it('opens the ports of all media workers on the node that browsers are told of', () => {
    const taken = ['calls-1', 'calls-2'].flatMap((name) => {
      const { replicas, strategy, template } = named('Deployment', name)!;
      // Never two pods behind the same ports.
      expect([replicas, strategy!.type]).toEqual([1, 'Recreate']);
      const { env } = template.spec.containers[0];
      const of = (what: string) => env.find((one) => one.name === `PARLEY_MEDIA_${what}`)!;
      expect(of('ANNOUNCED').valueFrom!.fieldRef!.fieldPath).toBe('status.hostIP');
      const first = Number(of('PORT').value);
      const numbers = Array.from({ length: Number(of('WORKERS').value) }, (_, n) => first + n);
      const open = numbers.flatMap((port) =>
        ['UDP', 'TCP'].map((protocol) => [protocol, port, port]),
      );
      const service = named('Service', `${name}-media`)!;
      expect(service.selector).toEqual(template.metadata.labels);
      expect(service.externalTrafficPolicy).toBe('Local');
      const ports = service.ports!.map((one) => [one.protocol, one.port, one.nodePort]);
      expect(ports).toEqual(open);
      return numbers;
    });
    expect(new Set(taken).size).toBe(8);
  });

  it('gives work to what is ready, restarts what is not alive, and lets it drain', () => {
    for (const { spec } of ofKind('Deployment')) {
      const { containers, terminationGracePeriodSeconds } = spec!.template.spec;
      const [{ readinessProbe, livenessProbe, startupProbe, ports }] = containers;
      expect(readinessProbe.httpGet.path).toBe('/health/ready');
      for (const { httpGet } of [livenessProbe, startupProbe])
        expect(httpGet.path).toBe('/health/live');
      expect(ports[0]!.containerPort).toBe(Number(ofKind('ConfigMap')[0]!.data!['PORT']));
      expect(terminationGracePeriodSeconds).toBeGreaterThan(15);
    }
  });

  it('lets files and pictures through, and of all else what a gateway reads', () => {
    const [all, files] = readYamls(join(folder, 'ingress.yaml')) as [Ingress, Ingress];
    const sizeOf = ({ metadata }: Ingress) =>
      metadata.annotations['nginx.ingress.kubernetes.io/proxy-body-size'];
    expect([all, files].map(sizeOf)).toEqual(['100k', '0']);
    const path = new RegExp(`^${files.spec.rules[0].http.paths[0].path}`, 'iu');
    const large = ['/api/files/upload', '/api/files/resumable/f1', '/api/users/avatar'];
    const ofOthers = ['/api/chats/c1/avatar', '/api/admin/bots/b1/avatar'];
    for (const one of [...large, ...ofOthers]) expect(one).toMatch(path);
    for (const one of [
      '/api/messages',
      '/api/filesystem',
      '/api/users/me',
      '/api/chats/c1/avatars',
    ])
      expect(one).not.toMatch(path);
  });

  it('gives apps settings that there are, and secrets that the template has', () => {
    const settings = ofKind('ConfigMap')[0]!.data!;
    const example = readFileSync('.env.example', 'utf8');
    for (const { spec } of ofKind('Deployment')) {
      const { env } = spec!.template.spec.containers[0];
      for (const { name, valueFrom } of env) {
        expect(example).toContain(`# ${name}=`);
        if (name.startsWith('PARLEY_MEDIA_')) continue;
        const key = valueFrom!.secretKeyRef!;
        expect([key.name, key.key]).toEqual(['parley', name]);
        expect(secret.stringData).toHaveProperty(name);
      }
    }
    for (const name of Object.keys(settings)) expect(example).toContain(`# ${name}=`);
    const jwtSecret = 'only-for-tests-only-for-tests-only-for-tests';
    expect(configFrom({ ...settings, JWT_SECRET: jwtSecret })).toMatchObject({ trustProxy: 1 });
    // As the template is, nothing starts.
    expect(() => configFrom({ ...settings, ...secret.stringData })).toThrow('JWT_SECRET');
  });
});
