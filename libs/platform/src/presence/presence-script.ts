import { RedisScript } from '../redis/redis-script.js';

/**
 * Presence, as Redis keeps it. The same rules as in `MemoryPresenceStore`, and the same conformance
 * suite.
 *
 * - `KEYS[1]`: sorted set `user:device` by the end of its lease. `KEYS[2]`: sorted set of users by
 *   the end of their grace. `{presence}:of:<user>`: hash `{d:<device>: 1 active or 0, wish, left:
 *   since when the grace runs, seen: when the last device left, told: the status said last}`.
 * - `ARGV`: channel, lease and grace in ms, the operation, and what it needs.
 * - Says `user status seen` on the channel when a status becomes another. All times in ms of Redis'
 *   clock.
 */
export const presenceScript = new RedisScript(`
local channel, lease, grace, operation = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local time = redis.call('TIME')
local now = string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000))
-- How long a person is remembered who is gone.
local memory = 30 * 24 * 3600 * 1000

local function keyOf(user) return '{presence}:of:' .. user end
local function after(ms) return string.format('%d', now + ms) end

local function read(user)
  local flat, person = redis.call('HGETALL', keyOf(user)), { devices = 0, active = false }
  for i = 1, #flat, 2 do
    if string.sub(flat[i], 1, 2) == 'd:' then
      person.devices = person.devices + 1
      if flat[i + 1] == '1' then person.active = true end
    else
      person[flat[i]] = flat[i + 1]
    end
  end
  return person
end

local function statusOf(person)
  local isHere = person.devices > 0 or person.left
  if not isHere or person.wish == 'invisible' then return 'offline' end
  if person.wish == 'dnd' then return 'dnd' end
  if person.devices == 0 then return person.told or 'offline' end
  return person.active and 'online' or 'away'
end

local function seenOf(person, status)
  return status == 'offline' and person.seen or ''
end

local function tell(user)
  local person = read(user)
  local status = statusOf(person)
  if status == (person.told or 'offline') then return end
  redis.call('HSET', keyOf(user), 'told', status)
  redis.call('PUBLISH', channel, user .. ' ' .. status .. ' ' .. seenOf(person, status))
end

-- Returns whether it was the last device.
local function drop(user, device)
  redis.call('ZREM', KEYS[1], user .. ':' .. device)
  if redis.call('HDEL', keyOf(user), 'd:' .. device) == 0 then return false end
  local person = read(user)
  if person.devices > 0 then return false end
  if person.wish ~= 'invisible' then redis.call('HSET', keyOf(user), 'seen', now) end
  redis.call('PEXPIRE', keyOf(user), memory)
  return true
end

local function sweep()
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, 500)) do
    local colon = string.find(member, ':')
    local user = string.sub(member, 1, colon - 1)
    -- It was silent for a whole lease: no grace on top.
    drop(user, string.sub(member, colon + 1))
    tell(user)
  end
  for _, user in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, 500)) do
    redis.call('ZREM', KEYS[2], user)
    redis.call('HDEL', keyOf(user), 'left')
    tell(user)
  end
end

local run = {}
run.sweep = function() sweep() return {} end

run.renew = function(user, device, active)
  redis.call('ZADD', KEYS[1], after(lease), user .. ':' .. device)
  redis.call('ZREM', KEYS[2], user)
  redis.call('HSET', keyOf(user), 'd:' .. device, active)
  redis.call('HDEL', keyOf(user), 'left')
  redis.call('PERSIST', keyOf(user))
  tell(user)
  return {}
end

run.release = function(user, device)
  if drop(user, device) then
    redis.call('HSET', keyOf(user), 'left', now)
    redis.call('ZADD', KEYS[2], after(grace), user)
  end
  tell(user)
  return {}
end

run.wish = function(user, wish)
  -- Who hides looks like one who left just now.
  if wish == 'invisible' and statusOf(read(user)) ~= 'offline' then
    redis.call('HSET', keyOf(user), 'seen', now)
  end
  redis.call('HSET', keyOf(user), 'wish', wish)
  if read(user).devices == 0 then redis.call('PEXPIRE', keyOf(user), memory) end
  tell(user)
  return {}
end

run.status = function(...)
  sweep()
  local reply = {}
  for i, user in ipairs({...}) do
    local person = read(user)
    local status = statusOf(person)
    reply[i] = status .. ' ' .. seenOf(person, status)
  end
  return reply
end

return run[operation](unpack(ARGV, 5))
`);
