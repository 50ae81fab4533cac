/* global db, process, rs, sleep */
// By mongosh, against any member: makes the replica set once, and waits until it has a primary.
// MONGO_MEMBERS: `host:port,…`.
const members = process.env.MONGO_MEMBERS.split(',').map((host, _id) => ({ _id, host }));
const notYetInitialized = 94;

try {
  rs.status();
} catch (error) {
  // The first start; a set that is there already is left as it is, members added by hand included.
  if (error.code !== notYetInitialized) throw error;
  rs.initiate({ _id: 'parley', members });
}

for (let tries = 120; !db.hello().primary; tries--) {
  if (tries === 0) throw new Error('The replica set has no primary after a minute');
  sleep(500);
}
