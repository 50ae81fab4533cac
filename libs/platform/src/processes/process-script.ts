import { RedisScript } from '../redis/redis-script.js';

/**
 * Processes, as Redis keeps them: by its own clock, as theirs disagree.
 *
 * - `KEYS[1]`: sorted set of ids by when they were heard of. `KEYS[2]`: hash of reports by id.
 *   `KEYS[3]`: set of ids that are to drain.
 * - `ARGV`: after how many ms one is lost, and forgotten, how many are kept, the operation, and
 *   what it needs.
 */
export const processScript = new RedisScript(`
local lost, kept = tonumber(ARGV[1]), tonumber(ARGV[2])
local most, operation = tonumber(ARGV[3]), ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function forget(id)
  redis.call('ZREM', KEYS[1], id)
  redis.call('HDEL', KEYS[2], id)
  redis.call('SREM', KEYS[3], id)
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

-- Whether another one of this app is heard of, is to work, and does not stop.
local function hasOther(id, app)
  local since = string.format('%d', now - lost)
  for _, other in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], since, '+inf')) do
    if other ~= id and redis.call('SISMEMBER', KEYS[3], other) == 0 then
      local isRead, report = pcall(cjson.decode, redis.call('HGET', KEYS[2], other) or '')
      if isRead and report.app == app and report.status ~= 'draining' then return true end
    end
  end
  return false
end

-- An order holds while there is somebody who does the work.
local function isToDrain(id)
  if redis.call('SISMEMBER', KEYS[3], id) == 0 then return 0 end
  local isRead, report = pcall(cjson.decode, redis.call('HGET', KEYS[2], id) or '')
  return isRead and hasOther(id, report.app) and 1 or 0
end

run.beat = function(id, report)
  redis.call('ZADD', KEYS[1], string.format('%d', now), id)
  redis.call('HSET', KEYS[2], id, report)
  sweep()
  return { isToDrain(id) }
end

run.leave = function(id)
  forget(id)
  return {}
end

-- Report, silence and orders of each, one after the other.
run.list = function()
  sweep()
  local reply, seen = {}, redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
  for i = 1, #seen, 2 do
    reply[#reply + 1] = redis.call('HGET', KEYS[2], seen[i]) or ''
    reply[#reply + 1] = string.format('%d', now - tonumber(seen[i + 1]))
    reply[#reply + 1] = isToDrain(seen[i])
  end
  return reply
end

run.drain = function(id)
  local report = redis.call('HGET', KEYS[2], id)
  if not report then return { 'not_found' } end
  if redis.call('SISMEMBER', KEYS[3], id) == 1 then return { 'done' } end
  if not hasOther(id, cjson.decode(report).app) then return { 'conflict' } end
  redis.call('SADD', KEYS[3], id)
  return { 'done' }
end

run.resume = function(id)
  if redis.call('HEXISTS', KEYS[2], id) == 0 then return { 'not_found' } end
  redis.call('SREM', KEYS[3], id)
  return { 'done' }
end

return run[operation](unpack(ARGV, 5))
`);
