import type { Request } from 'express';

/** A layer of Express' router, by the names that `edge-problems.spec.ts` holds an upgrade to. */
interface Layer {
  readonly route?: {
    readonly path: string;
    readonly stack: readonly { readonly method: string }[];
  };
  /** Whether it is about this path, by whatever method. */
  match(path: string): boolean;
}

/**
 * By which methods a path is known, in the order of their routes: `['GET', 'HEAD', 'DELETE']`. None
 * for an unknown path. Express has the answer and no question for it, so its routes are read.
 */
export function allowedMethods({ app, path }: Pick<Request, 'app' | 'path'>): readonly string[] {
  const layers = app.router.stack as unknown as readonly Layer[];
  const methods = layers
    .filter((layer) => isRoute(layer) && layer.match(path))
    .flatMap(({ route }) => route!.stack.map(({ method }) => method.toUpperCase()));
  // Express answers HEAD by what GET would say.
  return [...new Set(methods.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])))];
}

/** A middleware for every path (`{/*splat}`) is none. */
const isRoute = ({ route }: Layer): boolean => route !== undefined && !route.path.includes('*');
