import { actorOfModule, type Actor, type UserId } from '@app/contracts';

/** On whose behalf this module asks others when nobody asked for it. */
export const moduleActor = actorOfModule('notifications');

/** A person for whom this module looks something up. */
export const onBehalfOf = (userId: UserId): Actor => ({ ...moduleActor, userId, role: 'member' });
