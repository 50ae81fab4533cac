import { actorOfModule } from '@app/contracts';

/** On whose behalf this module asks others. */
export const asModule = actorOfModule('files');
