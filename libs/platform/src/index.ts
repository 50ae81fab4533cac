export { adapters, type Adapters } from './adapters.js';
export { Clock, SystemClock } from './clock/clock.js';
export { SystemTicker, Ticker } from './clock/ticker.js';
export { IdGenerator, UlidGenerator } from './clock/id-generator.js';
export { CONFIG, ConfigError, configFrom, type Config } from './config/config.js';
export { readEnvironment } from './config/read-environment.js';
export { envExample, withSettings } from './config/settings-texts.js';
export { StartRefused } from './config/start-refused.js';
export { withSecret } from './config/with-secret.js';
export { asyncApi } from './documents/async-api.js';
export { openApiFor } from './documents/open-api-for.js';
export { CreatedOrFound } from './edge/created-or-found.js';
export { CurrentActor } from './edge/current-actor.js';
export { EdgeController } from './edge/edge-controller.js';
export { EdgeGateway } from './edge/edge-gateway.js';
export { Public } from './edge/public-route.js';
export { SocketGreeter, type RoomsOf } from './edge/socket-greeter.js';
export { Route, type RouteDocs } from './edge/route.js';
export { EventBus } from './events/event-bus.js';
export { Readiness, type Health, type HealthCheck } from './health/readiness.js';
export { Limit, type RouteLimit } from './http/limit.js';
export { RateLimiter, type Bucket, type Consumed } from './limits/rate-limiter.js';
export { Database, type CollectionOptions } from './mongo/database.js';
export { type Migration } from './mongo/migrations.js';
export { EmbeddedMongo } from './mongo/embedded/embedded-mongo.js';
export { isDuplicate, isRefusedBy } from './mongo/refused-by-index.js';
export { decodeCursor, pageInfo } from './paging/page-cursor.js';
export { PlatformModule } from './platform.module.js';
export {
  PresenceStore,
  TypingStore,
  type DeviceLease,
  type PresenceOf,
  type PresenceWish,
} from './presence/presence-store.js';
export { KeyedQueue } from './queues/keyed-queue.js';
export { RealtimePublisher, type PublishOptions } from './realtime/realtime-publisher.js';
export { RealtimeMetrics } from './realtime/realtime-metrics.js';
export { provideApi } from './rpc/provide-api.js';
export { RemoteApiModule } from './rpc/remote-api.module.js';
export { ServeApiModule } from './rpc/serve-api.module.js';
export { RevocationList } from './sessions/revocation-list.js';
export { startEdgeApp, startServiceApp } from './start-app.js';
export {
  Metrics,
  durationBuckets,
  type HistogramOptions,
  type MetricOptions,
} from './telemetry/metrics.js';
export { AccessTokens, type Verified } from './tokens/access-tokens.js';
