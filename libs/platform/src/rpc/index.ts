export { RemoteApiModule } from './remote-api.module.js';
export { ServeApiModule } from './serve-api.module.js';
export { startServiceApp } from './start-service-app.js';
