import { fileActions, ofNoFile, type FileAction } from './file-actions.js';
import { askers, FileCrowd, links, states, type Asker, type State } from './file-crowd.js';

const cases = states.flatMap((state) =>
  fileActions.map((action) => [action.what, state, action] as const),
);

/** Whether it is given, or the status of the refusal. */
function expected({ kind, byLink }: FileAction, asker: Asker, state: State): 'given' | number {
  const isLink = links.some((link) => link === asker);
  if (isLink && byLink) {
    if (asker === 'link') return state === 'sent' ? 'given' : 410;
    return asker === 'expired link' ? 401 : 403;
  }
  if (isLink || asker === 'nobody' || asker === 'logged out') return 401;
  const isIn = asker === 'sender' || asker === 'member';
  if (kind === 'keep') return isIn || asker === 'latecomer' ? 'given' : 403;
  if (kind === 'resume') return asker === 'sender' ? 'given' : 404;
  if (kind === 'remove') return asker !== 'sender' ? 403 : state === 'sent' ? 409 : 'given';
  if (state === 'deleted') return kind === 'list' ? 403 : 410;
  return isIn ? 'given' : 403;
}

/**
 * Everybody asks for everything, of files that are sent and of files whose message is deleted, in a
 * deployment with this secret of tokens.
 */
export function fileMatrix(urlOf: () => string, jwtSecret: string): void {
  let crowd: FileCrowd;

  beforeAll(async () => {
    crowd = await FileCrowd.gather(urlOf(), jwtSecret);
  });

  afterAll(() => {
    for (const person of Object.values(crowd.people)) expect(person.complaints).toEqual([]);
  });

  it('knows every route of files, and no other', async () => {
    const { body } = await crowd.people.sender.get('/api/openapi.json');
    const { paths } = body as { paths: Record<string, object> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ofFiles = (route: string) => /\/files\b/u.test(route);
    const known = [...fileActions.map(({ route }) => route), ...ofNoFile].filter(ofFiles);
    expect([...new Set(known)].toSorted()).toEqual(documented.filter(ofFiles).toSorted());
  });

  it.each(cases)('%s, of what is %s', async (_, state, action) => {
    const wanted = askers.map((asker) => [asker, expected(action, asker, state)]);
    expect(await crowd.outcomes(action, state)).toEqual(Object.fromEntries(wanted));
  });

  // Nobody who may not has changed them.
  it('leaves the files as they were', async () => {
    expect(await crowd.readAll()).toEqual([200, 200, 200]);
  });
}
