import { pathTexts, queryTexts } from '@app/contracts';
import type { OpenAPIObject, ParameterObject } from '@nestjs/swagger';
import type { DocumentedRoute } from './documented-route.js';

type Parameters = NonNullable<NonNullable<OpenAPIObject['paths'][string]['get']>['parameters']>;

/** Says of each what it means. Throws by name for one of which nobody has said it. */
export function describeParameters(parameters: Parameters, route: DocumentedRoute): Parameters {
  return parameters.map((parameter) => {
    if (!('name' in parameter)) return parameter;
    const description = parameter.description ?? textOf(parameter, route);
    if (description === undefined) throw new Error(`What is the parameter ${parameter.name}?`);
    return { ...parameter, description };
  });
}

function textOf({ name, in: place }: ParameterObject, { docs, query }: DocumentedRoute) {
  const own = docs?.parameters?.[name];
  if (own !== undefined) return own;
  if (place === 'path') return pathTexts[name];
  return query && queryTexts.get(query)?.[name];
}
