import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, loadAll, mergeTag } from 'js-yaml';

const schema = CORE_SCHEMA.withTags(mergeTag);

/** The one document of a YAML file; `path` from the root of the repository. */
export function readYaml(path: string): unknown {
  return load(readFileSync(path, 'utf8'), { schema });
}

/** All documents of a YAML file. */
export function readYamls(path: string): unknown[] {
  return [...loadAll(readFileSync(path, 'utf8'), { schema })];
}

/** For browsers, and what runs all of them on one machine. */
const notDeployed: readonly string[] = ['web', 'cluster'];

/** Every app that is deployed by itself: the folders of `apps` but `notDeployed`. */
export function serverApps(): string[] {
  return readdirSync('apps')
    .filter((app) => !notDeployed.includes(app) && existsSync(join('apps', app, 'src/main.ts')))
    .sort();
}

/** The program of an app in the build, as containers and supervisors name it. */
export function programOf(app: string): string {
  return `dist/apps/${app}/src/main.js`;
}

/** The app that a command line starts; undefined for programs of others. */
export function appOf(command: readonly string[]): string | undefined {
  return /^dist\/apps\/([^/]+)\/src\/main\.js$/.exec(command.at(-1) ?? '')?.[1];
}
