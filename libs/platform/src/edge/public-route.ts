import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'parley:isPublic';

/**
 * Opens a route (or a whole controller) to callers without a token: such a handler takes no
 * `@CurrentActor()`.
 */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(IS_PUBLIC, true);
