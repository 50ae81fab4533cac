import type { INestApplicationContext, Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type * as z from 'zod/mini';
import { CREATED_OR_FOUND } from '../edge/created-or-found.js';
import { ABOUT } from '../edge/edge-controller.js';
import { ONLY_BY_TLS } from '../edge/only-by-tls.js';
import { IS_PUBLIC } from '../edge/public-route.js';
import { ROUTE, type RouteDocs } from '../edge/route.js';

/** A handler of a controller, as its decorators describe it. */
export interface DocumentedRoute {
  /** `MessagesController.send`, for whoever has to mend it. */
  readonly name: string;
  /** Of its controller: how others are called beside which it stands, and what they are about. */
  readonly tag: { readonly name: string; readonly description: string };
  /** Absent: nobody has described it yet. */
  readonly docs?: RouteDocs | undefined;
  readonly isPublic: boolean;
  readonly isOnlyByTls: boolean;
  readonly isCreatedOrFound: boolean;
  /** Of the body of a request; absent where there is none. */
  readonly body?: z.ZodMiniType | undefined;
  /** Of its query; absent where there is none. */
  readonly query?: z.ZodMiniType | undefined;
}

/** `MessagesController`, `send` → `messagesSend`. */
export function operationIdOf(controllerName: string, methodName: string): string {
  const resource = tagOf(controllerName);
  const method = methodName.charAt(0).toUpperCase() + methodName.slice(1);
  return resource.charAt(0).toLowerCase() + resource.slice(1) + method;
}

/** `MessagesController` → `Messages`, as Nest does it. */
const tagOf = (controllerName: string): string => controllerName.replace(/Controller$/, '');

/** All handlers of an app, whether or not they are in its document: `Map<operation id, route>`. */
export function documentedRoutes(
  app: INestApplicationContext,
): ReadonlyMap<string, DocumentedRoute> {
  const routes = new Map<string, DocumentedRoute>();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      const controller = metatype as Type;
      const prototype = controller.prototype as object;
      for (const methodName of new MetadataScanner().getAllMethodNames(prototype)) {
        const route = describe(controller, methodName);
        routes.set(route.docs?.operationId ?? operationIdOf(controller.name, methodName), route);
      }
    }
  }
  return routes;
}

function describe(controller: Type, methodName: string): DocumentedRoute {
  const handler = (controller.prototype as Record<string, object>)[methodName]!;
  const says = (key: string | symbol) => Reflect.hasMetadata(key, handler);
  return {
    name: `${controller.name}.${methodName}`,
    tag: {
      name: tagOf(controller.name),
      description: Reflect.getMetadata(ABOUT, controller) as string,
    },
    docs: Reflect.getMetadata(ROUTE, handler) as RouteDocs | undefined,
    isPublic: says(IS_PUBLIC) || Reflect.hasMetadata(IS_PUBLIC, controller),
    isOnlyByTls: says(ONLY_BY_TLS) || Reflect.hasMetadata(ONLY_BY_TLS, controller),
    isCreatedOrFound: says(CREATED_OR_FOUND),
    body: schemaOf(RouteParamtypes.BODY, controller, methodName),
    query: schemaOf(RouteParamtypes.QUERY, controller, methodName),
  };
}

function schemaOf(
  part: RouteParamtypes,
  controller: Type,
  methodName: string,
): z.ZodMiniType | undefined {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, methodName) ?? {}) as Record<
    string,
    { readonly schema?: z.ZodMiniType }
  >;
  const key = Object.keys(args).find((name) => name.startsWith(`${part}:`));
  return key === undefined ? undefined : args[key]!.schema;
}
