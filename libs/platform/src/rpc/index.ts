export { PipeModule } from './pipe.module.js';
export { RemoteApiModule } from './remote-api.module.js';
export { ServeApiModule } from './serve-api.module.js';
export { startServiceApp, startServiceEdgeApp } from './start-service-app.js';
