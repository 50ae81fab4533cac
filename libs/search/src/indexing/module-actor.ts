import { actorOfModule } from '@app/contracts';

/** On whose behalf this module reads logs when nobody asked for it. */
export const moduleActor = actorOfModule('search');
