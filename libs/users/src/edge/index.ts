export { UsersEdge } from './users.edge.js';
