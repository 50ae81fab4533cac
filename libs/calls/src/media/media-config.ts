import type { Config } from '@app/platform';

export type MediaConfig = Config['media'];
