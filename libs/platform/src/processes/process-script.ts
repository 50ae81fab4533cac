import { RedisScript } from '../redis/redis-script.js';

/**
 * Processes, as Redis keeps them: by its own clock, as theirs disagree.
 *
 * - `KEYS[1]`: sorted set of ids by when they were last heard of. `KEYS[2]`: hash of reports by id.
 * - `ARGV`: how long one is kept in ms, how many are, the operation, and what it needs.
 */
export const processScript = new RedisScript(`
local kept, most, operation = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function forget(id)
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
end

local function sweep()
  local old = string.format('%d', now - kept)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', old)) do forget(id) end
  local excess = redis.call('ZCARD', KEYS[1]) - most
  if excess > 0 then
    for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, excess - 1)) do forget(id) end
  end
end

local run = {}

run.beat = function(id, report)
  redis.call('ZADD', KEYS[1], string.format('%d', now), id)
  redis.call('HSET', KEYS[2], id, report)
  sweep()
  return {}
end

run.leave = function(id)
  forget(id)
  return {}
end

-- Report and silence of each, one after the other.
run.list = function()
  sweep()
  local reply, seen = {}, redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
  for i = 1, #seen, 2 do
    reply[#reply + 1] = redis.call('HGET', KEYS[2], seen[i]) or ''
    reply[#reply + 1] = string.format('%d', now - tonumber(seen[i + 1]))
  end
  return reply
end

return run[operation](unpack(ARGV, 4))
`);
