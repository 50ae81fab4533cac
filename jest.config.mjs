import server from './jest.server.config.mjs';
import web from './jest.web.config.mjs';

export default { projects: [server, web], maxWorkers: 2 };
