import type { Redis } from 'ioredis';
import { RedisScript } from '../redis/redis-script.js';

const skipLost = new RedisScript(`
local function asTable(flat)
  local named = {}
  for i = 1, #flat, 2 do named[flat[i]] = flat[i + 1] end
  return named
end
local function lostOf(key)
  local stream = asTable(redis.call('XINFO', 'STREAM', key))
  for _, one in ipairs(redis.call('XINFO', 'GROUPS', key)) do
    local group = asTable(one)
    if group['name'] == ARGV[1] and group['entries-read'] and stream['first-entry'] then
      local cut = stream['entries-added'] - stream['length']
      local lost = cut - group['entries-read']
      if lost <= 0 then return 0 end
      local ms, n = string.match(stream['first-entry'][1], '(%d+)-(%d+)')
      local before = ms .. '-' .. string.format('%.0f', n - 1)
      if n == '0' then before = string.format('%.0f', ms - 1) .. '-18446744073709551615' end
      redis.call('XGROUP', 'SETID', key, ARGV[1], before, 'ENTRIESREAD', cut)
      return lost
    end
  end
  return 0
end
local lost = {}
for i, key in ipairs(KEYS) do lost[i] = lostOf(key) end
return lost
`);

/**
 * How many facts of each stream were cut off before the module's group read them. The group goes on
 * behind them, in the same step: so they are counted once, whichever process looks. A group that
 * has read nothing yet has lost nothing, since it was promised nothing. All streams are looked at
 * on one way to Redis and back: facts wait meanwhile. Throws what Redis throws.
 */
export async function skipLostFacts(
  redis: Redis,
  streams: readonly string[],
  module: string,
): Promise<number[]> {
  return ((await skipLost.run(redis, streams, [module])) as unknown[]).map(Number);
}
