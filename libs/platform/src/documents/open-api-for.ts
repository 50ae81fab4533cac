import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { edgeRoot, type AppModule } from '../http/edge-app.js';
import { openApiOf } from './open-api.js';

/**
 * The REST contract of an app that is not running: nothing of it is made or connected, only its
 * decorators are read. The same as it serves. Throws like `openApiOf`.
 */
export async function openApiFor(module: AppModule): Promise<OpenAPIObject> {
  const app = await NestFactory.create(edgeRoot(module), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  return openApiOf(app);
}
