import { SetMetadata } from '@nestjs/common';

export const IS_BY_LINK_TOO = 'parley:isByLinkToo';

/**
 * Opens a route to callers without a token who show a link of `SignedPaths` to it, in its query:
 * such a handler has no actor then.
 */
export const ByLinkToo = (): MethodDecorator => SetMetadata(IS_BY_LINK_TOO, true);
