import {
  applyDecorators,
  SetMetadata,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** Marks a route that also answers 200, for `openApiOf`. */
export const CREATED_OR_FOUND = Symbol('CREATED_OR_FOUND');

/**
 * For a port method that answers `{[field], isCreated}`: the body is the bare `field`, with 201
 * when it was made now, and 200 when it was there before (a retry is a success, and tells so).
 */
export const CreatedOrFound = (field: string): MethodDecorator =>
  applyDecorators(
    SetMetadata(CREATED_OR_FOUND, field),
    UseInterceptors(new CreatedOrFoundInterceptor(field)),
  );

class CreatedOrFoundInterceptor implements NestInterceptor {
  constructor(private readonly field: string) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((result: Record<string, unknown>) => {
        response.status(result['isCreated'] === true ? 201 : 200);
        return result[this.field];
      }),
    );
  }
}
