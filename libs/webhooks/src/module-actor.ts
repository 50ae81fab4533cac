import { actorOfModule } from '@app/contracts';

/** On whose behalf this module asks others when nobody asked for it. */
export const moduleActor = actorOfModule('webhooks');
