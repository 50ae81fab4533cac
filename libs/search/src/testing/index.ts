export { openMongoIndex } from './open-mongo-index.js';
export { openSearch, type OpenSearch, type SearchPorts } from './open-search.js';
