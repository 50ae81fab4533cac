import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { root } from '../setup/places.mjs';

const file = join(root, 'docs/openapi.json');

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    'operation-tag-defined': 'error',
    'tag-description': 'error',
    'operation-operationId': 'error',
    'operation-4xx-response': 'error',
    // `messages/item/{id}` beside `messages/{id}/pin`: no id is `item`, and no id is `pin`.
    'no-ambiguous-paths': 'off',
  },
});

async function complaintsOf(document) {
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: file,
    config,
  });
  return problems.map(({ ruleId, location }) => `${ruleId} ${location[0].pointer ?? ''}`);
}

describe('docs/openapi.json', () => {
  const document = () => JSON.parse(readFileSync(file, 'utf8'));
  const operationsOf = ({ paths }) => operationsIn(paths);
  const operationsIn = (items) =>
    Object.entries(items).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation]),
    );

  it('has nothing that a linter complains of', async () => {
    expect(await complaintsOf(document())).toEqual([]);
  }, 60_000);

  it('would be complained of without a tag that is explained, and security that is said', async () => {
    const untold = document();
    delete untold.tags;
    expect(await complaintsOf(untold)).not.toEqual([]);
    const open = document();
    for (const [, operation] of operationsOf(open)) delete operation.security;
    expect(await complaintsOf(open)).not.toEqual([]);
  }, 60_000);

  it('says of each answer what its headers are, and shows an example of each body', () => {
    const whole = document();
    const lacking = operationsOf(whole).flatMap(([name, { responses }]) =>
      Object.entries(responses).flatMap(([status, response]) => {
        const { $ref } = response;
        const answer = $ref ? whole.components.responses[$ref.split('/').at(-1)] : response;
        const headers = ['X-Request-Id', 'RateLimit', 'RateLimit-Policy'];
        const hasHeaders = headers.every((header) => answer.headers?.[header]);
        const shown = Object.entries(answer.content ?? {}).every(
          ([type, { example, examples }]) => type === '*/*' || example !== undefined || examples,
        );
        return hasHeaders && shown ? [] : [`${name} ${status}`];
      }),
    );
    expect(lacking).toEqual([]);
  });

  /** `GET /api/things/{id} id`: parameters that are not explained. */
  const unexplainedIn = ({ paths, webhooks }) =>
    operationsIn({ ...paths, ...webhooks }).flatMap(([name, { parameters = [] }]) =>
      parameters
        .filter(({ description }) => !description?.trim())
        .map((parameter) => `${name} ${parameter.name}`),
    );

  it('says of each parameter what it means', () => {
    expect(unexplainedIn(document())).toEqual([]);
    const silent = document();
    const [name, { parameters }] = operationsOf(silent).find(([, one]) => one.parameters?.length);
    parameters[0].description = ' ';
    expect(unexplainedIn(silent)).toEqual([`${name} ${parameters[0].name}`]);
  });

  it('shows of each webhook what is posted, signed', () => {
    const posts = operationsIn(document().webhooks);
    expect(posts.map(([name]) => name)).toContain('post message.created');
    for (const [, { parameters, requestBody }] of posts) {
      expect(requestBody.content['application/json'].example).toBeDefined();
      expect(parameters.map(({ name }) => name)).toContain('Parley-Signature');
    }
  });

  it('says that what is read in parts may be known already, and that lists go on', () => {
    const answers = operationsOf(document());
    const files = answers.filter(([, { responses }]) => responses[206]);
    expect(files).not.toEqual([]);
    for (const [, { responses }] of files) expect(responses).toHaveProperty('304');
    const lists = answers.filter(([, { parameters = [] }]) =>
      parameters.some(({ name }) => name === 'cursor'),
    );
    expect(lists).not.toEqual([]);
    for (const [, { responses }] of lists) expect(responses[200].headers).toHaveProperty('Link');
  });
});
