export { openMongoIndex } from './open-mongo-index.js';
export type { IndexQuery, SearchIndex } from '../index-store/search-index.js';
export { termsOf } from '../query/terms.js';
export { openSearch, type OpenSearch, type SearchPorts } from './open-search.js';
