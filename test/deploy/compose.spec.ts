import { existsSync, readFileSync } from 'node:fs';
import { configFrom } from '@app/platform';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { composeFile, interpolated, networksOf, servicesOf } from './compose-file.js';
import { appOf, readYaml, serverApps } from './deploy-files.js';
import { FinalStage } from './dockerfile.js';

const { services } = composeFile;
const all = Object.entries(services);
const text = readFileSync('docker-compose.yml', 'utf8');
const exampled = readFileSync('.env.example', 'utf8');
const given = { JWT_SECRET: 'only-for-tests-only-for-tests-only-for-tests' };

/** `{[service]: app}` of those that run our image; without a command it runs the image's own. */
const ours = new Map(
  all
    .filter(([, { image }]) => image?.startsWith('parley:'))
    .map(([name, { command }]) => [name, appOf(command ?? new FinalStage().command)!] as const),
);

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    const schema = JSON.parse(
      readFileSync('test/deploy/schemas/compose-spec.json', 'utf8'),
    ) as object;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.validate(schema, readYaml('docker-compose.yml'));
    expect(ajv.errors ?? []).toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    for (const [, service] of all) {
      for (const network of networksOf(service))
        expect(composeFile.networks).toHaveProperty(network);
      for (const secret of service.secrets ?? [])
        expect(composeFile.secrets).toHaveProperty(secret);
      for (const [volume] of (service.volumes ?? []).map((mount) => mount.split(':'))) {
        if (volume!.startsWith('.')) expect([volume, existsSync(volume!)]).toEqual([volume, true]);
        else expect(composeFile.volumes).toHaveProperty(volume!);
      }
      for (const needed of Object.keys(service.depends_on ?? {})) {
        expect(
          service.profiles!.filter((one) => services[needed]!.profiles!.includes(one)),
        ).toEqual(service.profiles);
      }
    }
  });

  it('runs the server alone, and every other app twice', () => {
    const inProfile = (profile: string) =>
      Object.keys(servicesOf(profile)).filter((name) => ours.has(name));
    expect(inProfile('solo').map((name) => ours.get(name))).toEqual(['server']);
    const processes = inProfile('cluster').flatMap((name) =>
      Array.from({ length: services[name]!.deploy!.replicas! }, () => ours.get(name)!),
    );
    const twice = serverApps().filter((app) => app !== 'server');
    expect(processes.sort()).toEqual([...twice, ...twice].sort());
  });

  it.each(['solo', 'cluster'])('opens the ports of all media workers in %s, as they are', (one) => {
    const media = Object.entries(servicesOf(one)).filter(([name]) =>
      ['server', 'calls'].includes(ours.get(name) ?? ''),
    );
    const first = new Set<number>();
    for (const [name, { ports, environment, deploy }] of media) {
      const [port, workers] = ['PORT', 'WORKERS'].map((what) =>
        Number(environment![`PARLEY_MEDIA_${what}`]),
      ) as [number, number];
      const range = `${port}-${port + workers - 1}`;
      const open = ['udp', 'tcp'].map((protocol) => `${range}:${range}/${protocol}`);
      expect([name, ports]).toEqual([name, open]);
      // Another one would listen where this one does.
      expect(deploy?.replicas ?? 1).toBe(1);
      for (let n = 0; n < workers; n++) first.add(port + n);
    }
    expect(first.size).toBe(4 * media.length);
  });

  it('gives apps settings that there are, with values that they take', () => {
    for (const name of ours.keys()) {
      const environment = services[name]!.environment!;
      for (const setting of Object.keys(environment)) expect(exampled).toContain(`# ${setting}=`);
      const values = Object.entries(environment).map(
        ([setting, value]) => [setting, interpolated(value, given)] as const,
      );
      const config = configFrom(Object.fromEntries(values));
      expect(config).toMatchObject({ isProduction: true, port: 5000, trustProxy: 1 });
    }
  });

  it('asks for settings that there are, and for a secret by name', () => {
    const own = ['IMAGE_TAG', 'HTTP_PORT', 'HTTPS_PORT', 'TURN_EXTERNAL_IP'];
    const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    asked.push(...Object.values(composeFile.secrets).map(({ environment }) => environment));
    for (const name of asked.filter((one) => !own.includes(one)))
      expect(exampled).toContain(`# ${name}=`);
    expect(() => interpolated(services['server']!.environment!['JWT_SECRET']!)).toThrow(
      'JWT_SECRET',
    );
  });

  it('has databases that acknowledge by majority, of the members that there are', () => {
    for (const [profile, app, members] of [
      ['solo', 'server', ['mongo']],
      ['cluster', 'chat', ['mongo-1', 'mongo-2', 'mongo-3']],
    ] as const) {
      const databases = Object.entries(servicesOf(profile)).filter(([, { command }]) =>
        command?.includes('mongod'),
      );
      expect(databases.map(([name]) => name)).toEqual(members);
      const hosts = members.map((name) => `${name}:27017`).join(',');
      const uri = services[app]!.environment!['MONGODB_URI']!;
      const set = databases[0]![1].command!.at(2);
      expect(uri).toBe(`mongodb://${hosts}/parley?replicaSet=${set}&w=majority&journal=true`);
      const starts = Object.values(servicesOf(profile)).filter(({ environment }) =>
        Boolean(environment?.['MONGO_MEMBERS']),
      );
      expect(starts.map(({ environment }) => environment!['MONGO_MEMBERS'])).toEqual([hosts]);
    }
  });

  it('keeps Redis on disk, and evicts nothing of it', () => {
    const command = services['redis']!.command!.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('lets nobody from outside reach anything but nginx and media, and a relay if wanted', () => {
    const onTheHost = all.filter(([, service]) => service.network_mode !== undefined);
    expect(onTheHost.map(([name, { profiles }]) => [name, profiles])).toEqual([['turn', ['turn']]]);
    for (const [name, service] of all) {
      const open = (service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:'));
      const isOpen = name === 'nginx' || ['server', 'calls'].includes(ours.get(name) ?? '');
      expect([name, open.length > 0]).toEqual([name, isOpen]);
      const isStore = /^(mongo|redis)/.test(name);
      if (isStore) expect([name, networksOf(service)]).toEqual([name, ['inside']]);
    }
    expect(composeFile.networks['inside']!.internal).toBe(true);
  });

  it('has the gateways under the name that nginx asks for', () => {
    const asked = /server (\S+):5000 /.exec(
      readFileSync('deploy/nginx/upstreams.conf', 'utf8'),
    )![1]!;
    expect(Object.keys(servicesOf('cluster'))).toContain(asked);
    expect(services['server']!.networks).toMatchObject({ edge: { aliases: [asked] } });
  });
});
