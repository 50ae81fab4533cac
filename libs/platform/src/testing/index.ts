export { InProcessEventBus } from '../events/in-process-event-bus.js';
export { MongoDatabase } from '../mongo/mongo-database.js';
export { wireChecked } from '../rpc/wire-checked.js';
export { eventually } from './eventually.js';
export { growth, type Effort } from './growth.js';
export { ManualTime } from './manual-time.js';
export { MongoProcess } from './mongo-process.js';
export { RedisProcess } from './redis-process.js';
export { freshDatabaseUri } from './test-database.js';
