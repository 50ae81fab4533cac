import type { Redis } from 'ioredis';
import { RedisScript } from '../redis/redis-script.js';

const skipLost = new RedisScript(`
local function asTable(flat)
  local named = {}
  for i = 1, #flat, 2 do named[flat[i]] = flat[i + 1] end
  return named
end
local stream = asTable(redis.call('XINFO', 'STREAM', KEYS[1]))
for _, one in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
  local group = asTable(one)
  if group['name'] == ARGV[1] and group['entries-read'] and stream['first-entry'] then
    local cut = stream['entries-added'] - stream['length']
    local lost = cut - group['entries-read']
    if lost <= 0 then return 0 end
    local ms, n = string.match(stream['first-entry'][1], '(%d+)-(%d+)')
    local before = ms .. '-' .. string.format('%.0f', n - 1)
    if n == '0' then before = string.format('%.0f', ms - 1) .. '-18446744073709551615' end
    redis.call('XGROUP', 'SETID', KEYS[1], ARGV[1], before, 'ENTRIESREAD', cut)
    return lost
  end
end
return 0
`);

/**
 * How many facts were cut off before the module's group read them. The group goes on behind them,
 * in the same step: so they are counted once, whichever process looks. A group that has read
 * nothing yet has lost nothing, since it was promised nothing. Throws what Redis throws.
 */
export async function skipLostFacts(redis: Redis, stream: string, module: string): Promise<number> {
  return Number(await skipLost.run(redis, [stream], [module]));
}
