import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { settings } from './settings.js';
import { configurationTable, envExample, withSettings } from './settings-texts.js';

const root = resolve(__dirname, '../../../..');
const file = resolve(root, '.env.example');

describe('.env.example', () => {
  it('is what the settings say; `npm run env-example` writes it anew', () => {
    expect(readFileSync(file, 'utf8')).toBe(envExample());
  });

  it('changes nothing when it is copied as it is', () => {
    expect(parseEnv(envExample())).toEqual({});
  });

  it('is a valid file with every line uncommented', () => {
    const assignments = envExample().replace(/^# (?=\w+=)/gm, '');
    expect(Object.keys(parseEnv(assignments)).sort()).toEqual(Object.keys(settings).sort());
  });
});

describe('configurationTable', () => {
  it('has a row for every setting, with its default', () => {
    const table = configurationTable();
    for (const name of Object.keys(settings)) expect(table).toContain(`| \`${name}\` |`);
    expect(table).toContain('| `PORT` | `5000` |');
  });
});

describe('README.md', () => {
  it('has that table; `npm run env-example` writes it anew', () => {
    const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
    expect(readme).toBe(withSettings(readme));
    expect(readme).toContain('| `PORT` | `5000` |');
  });
});
